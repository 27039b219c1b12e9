// Runs before the first paint: tells the style sheets that scripts work and which theme the system wants.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  root.classList.add('js');
  dark.addEventListener('change', apply);
  apply();
})();
