// The shell in index.html is on the screen before anything of the program runs.
requestAnimationFrame(() => {
  setTimeout(() => {
    void import('./app/start.tsx').then(({ start }) => start());
  });
});
