/** The most bytes that a logo may have. */
const LARGEST = 190_000;

export type LogoProblem = 'logoTooLarge' | 'logoUnread';
export type ChosenLogo = { readonly logo: string } | { readonly problem: LogoProblem };

/** Lets a person choose a picture and gives it as a data address, or what is wrong with it. */
export function chooseLogo(take: (chosen: ChosenLogo) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void read(file).then(take);
  });
  input.click();
}

async function read(file: File): Promise<ChosenLogo> {
  if (file.size > LARGEST) return { problem: 'logoTooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = bytes[0] === 0x89 && bytes[1] === 0x50 ? 'png' : bytes[0] === 0xff ? 'jpeg' : undefined;
  if (!type) return { problem: 'logoUnread' };
  const text = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return { logo: `data:image/${type};base64,${btoa(text)}` };
}
