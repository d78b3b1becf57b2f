import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Every fuse by name: one that is left out, or new in a later Electron, does not compile. */
export const FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The names of the fuses of this binary that do not stand as they should. */
export async function wrongFuses(binary: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binary);
  return Object.entries(FUSES).flatMap(([fuse, on]) => {
    const option: FuseV1Options = Number(fuse);
    return wire[option] === (on ? FuseState.ENABLE : FuseState.DISABLE)
      ? []
      : [String(FuseV1Options[option])];
  });
}

/** Sets the fuses of a packaged binary and reads them back. Throws where one did not take. */
export async function setFuses(binary: string): Promise<void> {
  // a fuse that Electron no longer has can be written and read back, and does nothing
  const removed = Object.values(await getCurrentFuseWire(binary)).indexOf(FuseState.REMOVED);
  if (removed >= 0) throw new Error(`${binary} no longer has the fuse ${FuseV1Options[removed]}.`);
  await flipFuses(binary, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...FUSES });
  const wrong = await wrongFuses(binary);
  if (wrong.length > 0) throw new Error(`These fuses of ${binary} did not take: ${wrong.join(', ')}.`);
}

if (import.meta.main && process.argv[2] !== undefined) await setFuses(process.argv[2]);
