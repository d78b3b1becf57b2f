/** A short article with a quote that stands twice and two footnotes. */
export const ARTICLE = `The night the dam gave way

By Mara Quill

Nine people were missing by dawn, the council said. Two hours earlier it had said four [1].
The spillway was inspected in March [2]. Nobody will ever trust the river again.
Nine people were missing by dawn, a neighbour repeated.

[1] https://example.org/council
[2]https://example.org/inspection
`;
