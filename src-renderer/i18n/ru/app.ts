import type { Russian } from '../keys.ts';
import type { app as en } from '../en/app.ts';

export const app: Russian<typeof en> = {
  close: 'Закрыть',
  dismiss: 'Скрыть',
  news: 'Уведомления',
  addTag: 'Добавить метку',
  removeTag: 'Убрать метку {{tag}}',
  loading: 'Открываем проект…',
};
