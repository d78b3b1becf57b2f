/** Whether a text is a web address, or nothing yet. */
export const isAddress = (text: string): boolean =>
  text.trim() === '' || /^https?:\/\/[^\s/]+\S*$/i.test(text.trim());
