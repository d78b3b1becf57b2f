// Runs before the first paint, so that a chosen theme never flashes. app/theme.ts writes what is read here.
(() => {
  try {
    const look = JSON.parse(localStorage.getItem('assay.look') ?? '{}');
    if (typeof look.theme === 'string') document.documentElement.dataset.theme = look.theme;
    if (typeof look.language === 'string') document.documentElement.lang = look.language;
  } catch {
    // Storage may be closed to us; the system's theme is then right.
  }
})();
