import { expect, it } from 'vitest';
import { chooseExchangeFolder } from '../../../src-main/host/electron/exchange-folder.ts';
import { textIn } from '../../../src-main/host/electron/text.ts';

const { text } = textIn('en', '');

/** Somebody who picks these folders and presses this button. */
async function chosen(filePaths: string[], response: number) {
  const asked: string[] = [];
  const result = await chooseExchangeFolder(
    {
      showOpenDialog: ({ properties }) => {
        asked.push(...(properties ?? []));
        return Promise.resolve({ filePaths });
      },
      showMessageBox: ({ buttons, cancelId }) => {
        asked.push(...(buttons ?? []), String(cancelId));
        return Promise.resolve({ response });
      },
    },
    text,
  );
  return { result, asked };
}

it('asks for a folder, then for whom, and never writes for all because a box was closed', async () => {
  expect(await chosen(['/shared'], 0)).toEqual({
    result: { folder: '/shared', encrypt: true },
    asked: ['openDirectory', 'createDirectory', 'Encrypt to the people I trust', 'Plain', 'Cancel', '2'],
  });
  expect((await chosen(['/shared'], 1)).result).toEqual({ folder: '/shared', encrypt: false });
  for (const response of [2, -1, 7]) expect((await chosen(['/shared'], response)).result).toBeUndefined();
});

it('asks nothing more where no folder was chosen', async () => {
  expect(await chosen([], 0)).toEqual({ result: undefined, asked: ['openDirectory', 'createDirectory'] });
});
