let started = false;

function start(): void {
  if (started) return;
  started = true;
  void import('./app/start.tsx').then((program) => program.start());
}

// The shell in index.html is on the screen before anything of the program is even read; a browser that does not tell
// of its first paint gets the program all the same.
new PerformanceObserver((_entries, observer) => {
  observer.disconnect();
  start();
}).observe({ type: 'paint', buffered: true });
setTimeout(start, 250);
