import { refusal } from './client.ts';

export type Uploaded = { readonly token: string; readonly name: string };

/** Hands bytes to the engine for a later call. `name` is what people see: a file's name or its path in a folder. */
export async function upload(content: Blob | string, name: string): Promise<Uploaded> {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : await content.arrayBuffer();
  const response = await fetch(`/upload?name=${encodeURIComponent(name)}`, { method: 'PUT', body });
  if (!response.ok) throw await refusal(response);
  const { token } = (await response.json()) as { token: string };
  return { token, name };
}

/** Hands over a bundle of any size, straight from the disk. */
export async function putBundle(file: File, name: string): Promise<Uploaded> {
  const response = await fetch(`/bundle?name=${encodeURIComponent(name)}`, { method: 'PUT', body: file });
  if (!response.ok) throw await refusal(response);
  const { token } = (await response.json()) as { token: string };
  return { token, name };
}

/** Saves a file that the engine serves, under the name that the engine gives it. */
export function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
