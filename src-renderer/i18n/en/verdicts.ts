export const verdicts = {
  title: 'Verdict',
};
