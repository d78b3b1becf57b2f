export const editor = {
  title: 'Article',
};
