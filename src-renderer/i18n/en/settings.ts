export const settings = {
  title: 'Preferences',
};
