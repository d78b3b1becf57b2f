import type { Russian } from '../keys.ts';
import type { settings as en } from '../en/settings.ts';

export const settings: Russian<typeof en> = {
  title: 'Настройки',
};
