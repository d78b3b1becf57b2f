import type { Russian } from '../keys.ts';
import type { inspector as en } from '../en/inspector.ts';

export const inspector: Russian<typeof en> = {
  title: 'Инспектор',
};
