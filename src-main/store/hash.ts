import type { Hash } from 'node:crypto';

/** SHA-256, piece by piece. node:crypto is taken at first use: it is a tenth of the start of a process that only reads. */
export function newHash(): Hash {
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}

/** The SHA-256 of a text's UTF-8 or of bytes, as 64 hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', data);
}

/** 128 random bits as text: enough that nobody finds what is hashed with it by trying. */
export function newSalt(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(16).toString('base64url');
}
