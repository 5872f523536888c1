const PIECES = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'/]+|\//g;

/** CSS without comments and needless white space; strings stay as they are. */
export function minifyCss(css: string): string {
  const pieces = css.match(PIECES) ?? [];
  const short = pieces.map((piece) => {
    if (piece.startsWith('/*')) return '';
    return /^["']/.test(piece) ? piece : squeeze(piece);
  });
  return short.join('').replace(/;}/g, '}').trim();
}

// White space before a colon or around + and - can mean something; elsewhere it does not.
function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}
