import type { Russian } from '../keys.ts';
import type { help as en } from '../en/help.ts';

export const help: Russian<typeof en> = {
  title: 'Справка',
};
