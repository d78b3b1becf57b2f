import type { Output } from '#contract/index.ts';

/**
 * Gives the licences of every package in the program, by name. What a licence asks to be said stands above its text.
 * The list is made by `node docs/licences.ts`; it is read only when asked for, being 150 kB.
 */
export async function listLicences(): Promise<Output<'listLicences'>> {
  const { default: list } = await import('./licences.json', { with: { type: 'json' } });
  const texts: Readonly<Record<string, string>> = list.texts;
  const licences = list.packages.map((entry) => ({
    name: entry.name,
    version: entry.version,
    licence: entry.licence,
    text: [entry.notice, texts[entry.text]].filter(Boolean).join('\n\n'),
  }));
  return { licences };
}
