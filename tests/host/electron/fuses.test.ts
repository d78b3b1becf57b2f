import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { FUSES, setFuses, wrongFuses } from '../../../src-main/host/electron/fuses.ts';
import { temporaryFolder } from '../../support/project.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_AT = 1_000 + SENTINEL.length + 2;

/** Bytes that carry a fuse wire as an Electron binary does: sentinel, version, length, one byte a fuse. */
function binaryWith(wire: number[]): string {
  const file = join(temporaryFolder(), 'electron');
  const bytes = Buffer.alloc(4_096);
  bytes.write(SENTINEL, 1_000, 'latin1');
  bytes.set([1, wire.length, ...wire], WIRE_AT - 2);
  writeFileSync(file, bytes);
  return file;
}

const names = Object.values(FuseV1Options).filter((name) => typeof name === 'string');

describe('fuses', () => {
  it('are nine, and each stands where the security notes want it', () => {
    expect(
      Object.fromEntries(
        names.map((name) => [name, FUSES[FuseV1Options[name as keyof typeof FuseV1Options]]]),
      ),
    ).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  it('are written into a binary and read back, nine of nine', async () => {
    const electronsOwn = [1, 0, 1, 1, 0, 0, 0, 1, 1].map((on) => (on ? FuseState.ENABLE : FuseState.DISABLE));
    const binary = binaryWith(electronsOwn);
    expect(await wrongFuses(binary)).toHaveLength(7);
    await setFuses(binary);
    expect(await wrongFuses(binary)).toEqual([]);
  });

  it('are refused when one cannot take', async () => {
    await expect(setFuses(binaryWith(names.map(() => FuseState.REMOVED)))).rejects.toThrow(/RunAsNode/);
    await expect(setFuses(binaryWith([FuseState.ENABLE]))).rejects.toThrow(/fuse/i);
  });

  it.each(names)('notices when %s alone is wrong', async (name) => {
    const option = FuseV1Options[name as keyof typeof FuseV1Options];
    const wire = names.map((_, i) =>
      (i === option) !== FUSES[i as FuseV1Options] ? FuseState.ENABLE : FuseState.DISABLE,
    );
    expect(await wrongFuses(binaryWith(wire))).toEqual([name]);
  });
});
