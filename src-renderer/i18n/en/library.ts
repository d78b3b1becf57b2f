export const library = {
  title: 'Articles',
};
