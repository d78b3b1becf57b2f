import type { Russian } from '../keys.ts';
import type { verdicts as en } from '../en/verdicts.ts';

export const verdicts: Russian<typeof en> = {
  title: 'Вердикт',
};
