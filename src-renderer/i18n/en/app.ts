export const app = {
  close: 'Close',
  dismiss: 'Dismiss',
  news: 'Notifications',
  addTag: 'Add a tag',
  removeTag: 'Remove {{tag}}',
  loading: 'Opening the project…',
};
