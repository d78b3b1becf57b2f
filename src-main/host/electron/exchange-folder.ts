import type { MessageBoxOptions, OpenDialogOptions } from 'electron';
import type { Text } from './text.ts';

export type Chosen = { readonly folder: string; readonly encrypt: boolean };

/** What the system is asked to show; its own `dialog` fits. */
export type Asking = {
  readonly showOpenDialog: (options: OpenDialogOptions) => Promise<{ readonly filePaths: readonly string[] }>;
  readonly showMessageBox: (options: MessageBoxOptions) => Promise<{ readonly response: number }>;
};

/** Which folder a project shall be exchanged through, and for whom; undefined where somebody thought better of it. */
export async function chooseExchangeFolder(ask: Asking, text: Text): Promise<Chosen | undefined> {
  const { filePaths } = await ask.showOpenDialog({
    title: text.exchangeFolder,
    buttonLabel: text.exchangeHere,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (folder === undefined) return undefined;
  const { response } = await ask.showMessageBox({
    type: 'question',
    message: text.whoMayRead,
    detail: text.whoMayReadDetail,
    buttons: [text.encrypted, text.plain, text.cancel],
    defaultId: 0,
    cancelId: 2,
  });
  return answered(folder, response);
}

/** Only a button that was pressed decides: a box that is closed, in whatever way, writes nothing for all to read. */
function answered(folder: string, response: number): Chosen | undefined {
  if (response !== 0 && response !== 1) return undefined;
  return { folder, encrypt: response === 0 };
}
