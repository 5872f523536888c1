/** `data-narrows="id"` around a search field: what is typed leaves those boxes in sight whose words hold it. */
export function narrowList(around: HTMLElement): void {
  const list = document.getElementById(around.dataset.narrows ?? '');
  const field = around.querySelector('input');
  if (!list || !field) return;
  around.hidden = false;
  const narrow = () => {
    const wanted = field.value.trim().toLowerCase();
    for (const label of list.querySelectorAll('label')) {
      label.hidden = !(label.textContent ?? '').toLowerCase().includes(wanted);
    }
    for (const part of list.querySelectorAll('details')) {
      const shown = part.querySelectorAll('label:not([hidden])').length;
      part.hidden = shown === 0;
      if (wanted) part.open = shown > 0;
    }
  };
  // What is searched for is no part of what is picked.
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    narrow();
  });
  field.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
}
