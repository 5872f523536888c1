const SVG = 'http://www.w3.org/2000/svg';
const LETTERS: Record<string, string> = { bold: 'B', italic: 'I', heading2: 'H2', heading3: 'H3' };

/** Strokes in a square of 20. */
const STROKES: Record<string, string> = {
  link: 'M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.5 5h.5M3.5 10h.5M3.5 15h.5',
  numberedList: 'M9 5h8M9 10h8M9 15h8M3 4l1.5-1v4M3 12h2.5L3 15.5h2.5',
  quote: 'M4 13c2 0 3-1 3-4V6H3v4h3M13 13c2 0 3-1 3-4V6h-4v4h3',
  picture: 'M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 5M7 7.5v.1',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  undo: 'M7 4L3 8l4 4M3 8h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l4 4-4 4M17 8H9a4.5 4.5 0 0 0 0 9h3',
};

/** What a button shows; its name is on the button, so letters are drawn by the stylesheet. */
export function icon(name: string): Element {
  const letters = LETTERS[name];
  if (letters) {
    const shown = document.createElement('span');
    shown.className = `editor-letter editor-letter-${name}`;
    shown.dataset.letters = letters;
    return shown;
  }
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', STROKES[name] ?? '');
  svg.append(path);
  return svg;
}
