import type { Russian } from '../keys.ts';
import type { references as en } from '../en/references.ts';

export const references: Russian<typeof en> = {
  title: 'Источники',
};
