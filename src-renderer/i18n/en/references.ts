export const references = {
  title: 'References',
};
