/** An element with properties and what stands in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/** A field with its label above it. */
export function labelled<Field extends HTMLElement>(words: string, field: Field): HTMLElement {
  const label = make('label', { htmlFor: field.id, textContent: words });
  return make('div', { className: 'field' }, label, field);
}

/** A button that does something on this page. */
export function button(words: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', className, textContent: words });
  made.addEventListener('click', onClick);
  return made;
}
