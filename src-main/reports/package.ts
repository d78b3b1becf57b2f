import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * A zip whose bytes follow from its files alone: no clock, no machine, and packed in JavaScript, since the zlib of
 * another processor may pack the same file in another way.
 * @param stored files that must not be packed, such as `mimetype`
 */
export function packed(
  files: Readonly<Record<string, string | Uint8Array>>,
  stored: readonly string[] = [],
): Uint8Array {
  // times in a zip are local ones without a zone; this one is the same everywhere
  const noTime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[name] = [bytes, { level: stored.includes(name) ? 0 : 6, mtime: noTime }];
  }
  return zipSync(entries);
}

/** The files of a zip that another library made. */
export function unpacked(zip: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(zip);
}
