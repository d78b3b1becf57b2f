import type { Russian } from '../keys.ts';
import type { library as en } from '../en/library.ts';

export const library: Russian<typeof en> = {
  title: 'Статьи',
};
