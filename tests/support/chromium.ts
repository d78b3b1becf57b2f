import chromium from '@sparticuz/chromium';

/**
 * How every browser test starts its Chromium: the one named by `CHROMIUM_PATH`, else the one that npm delivered.
 * The package's own `args` stay unused: they switch web security off, which would hide the faults we look for.
 */
export async function chromiumLaunch(): Promise<{ executablePath: string; args: string[] }> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath());
  const asRoot = process.getuid?.() === 0;
  return { executablePath, args: asRoot ? ['--no-sandbox'] : [] };
}
