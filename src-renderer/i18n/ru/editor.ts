import type { Russian } from '../keys.ts';
import type { editor as en } from '../en/editor.ts';

export const editor: Russian<typeof en> = {
  title: 'Статья',
};
