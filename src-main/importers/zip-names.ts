/** Why the name of an archive's entry is refused, as a clause after “a part called …”; '' where it is harmless. */
export function faultOfName(name: string, byteLength: number): string {
  if (name === '' || name === '/') return 'that has no name';
  if (byteLength > 255 && name.split('/').some((part) => Buffer.byteLength(part) > 255))
    return 'whose name is too long';
  if (byteLength > 4096) return 'whose name is too long';
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\0-\x1f\x7f-\x9f]/.test(name)) return 'whose name holds control characters';
  if (name.includes('\\')) return 'whose name holds a backslash';
  if (name.startsWith('/') || /^[a-z]:/i.test(name))
    return 'that wants to be written to a place of its own choice';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.includes('..')) return 'that wants to be written outside its folder';
  if (parts.some((part) => /[. ]$/.test(part) && part !== '.'))
    return 'whose name ends with a dot or a space';
  if (parts.some((part) => DEVICE.test(part))) return 'that is named like a device';
  return '';
}

const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Names that some file system would hold to be the same have the same key. */
export function keyOfName(name: string): string {
  return name.replace(/\/$/, '').normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
