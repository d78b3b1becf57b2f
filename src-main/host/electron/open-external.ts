import { clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { externalLink } from './external-links.ts';
import type { Text } from './text.ts';

/** Asks before a link leaves Assay, and shows where it really goes. The only place that opens anything outside. */
export async function offerToOpen(raw: string, window: BrowserWindow, text: Text): Promise<void> {
  const link = externalLink(raw);
  if (!link) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: text.openOutside,
    detail: `${link.host}\n${link.path}`,
    buttons: [text.cancel, text.copyAddress, text.openAddress],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await clipboard.writeText(link.address);
  if (response === 2) await shell.openExternal(link.address);
}
