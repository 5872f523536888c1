/** `<details open data-fold-narrow>`: beside what one writes on a wide screen, folded away above it on a narrow one. */
export function foldNarrow(details: HTMLDetailsElement): void {
  const wide = matchMedia('(min-width: 60rem)');
  const follow = () => {
    details.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}
