import { type SearchWord, searchWords } from '@warta/languages';

/** A piece of plain text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Where in a text the database found the words, counted from 1 in title (A), summary (B), body (C) and what is said
 * beside it (D), which follow each other: B from behind `a`, C from behind `b`, D from behind `c`.
 */
export interface Matches {
  a: number;
  b: number;
  c: number;
  at: [position: number, part: 'A' | 'B' | 'C' | 'D'][];
}

interface Found {
  title: string;
  summary: string;
  body: string;
  /** Captions, places, and what a mission says. */
  beside: string;
  matches: Matches;
}

const BEFORE = 60;
const LONGEST = 240;

/** The title and some words of the text, with what was searched for marked: the summary, or where else it is. */
export function markMatches({ title, summary, body, beside, matches }: Found): {
  title: Piece[];
  snippet: Piece[];
} {
  const inPart = (part: string, shift: number) =>
    new Set(matches.at.filter(([, where]) => where === part).map(([position]) => position - shift - 1));
  const inSummary = inPart('B', matches.a);
  const inBody = inPart('C', matches.b);
  const inBeside = inPart('D', matches.c);
  return {
    title: whole(title, inPart('A', 0)),
    snippet: snippet(),
  };

  function snippet(): Piece[] {
    if (inSummary.size > 0) return whole(summary, inSummary);
    if (inBody.size > 0) return around(body, inBody);
    return inBeside.size > 0 ? around(beside, inBeside) : whole(summary, inSummary);
  }
}

function whole(text: string, hits: ReadonlySet<number>): Piece[] {
  return pieces(text, searchWords(text), hits, 0, text.length);
}

/** The stretch of a text that holds most of them. */
function around(text: string, hits: ReadonlySet<number>): Piece[] {
  const words = searchWords(text);
  const places = [...hits].sort((a, b) => a - b).flatMap((hit) => words[hit] ?? []);
  const within = ({ start }: SearchWord) =>
    places.filter((place) => place.start >= start && place.end <= start + LONGEST - BEFORE).length;
  const [first, ...others] = places;
  if (!first) return [];
  const best = others.reduce((most, place) => (within(place) > within(most) ? place : most), first);
  const from = words.find(({ start }) => best.start - start <= BEFORE)?.start ?? best.start;
  const to = words.findLast(({ end }) => end - from <= LONGEST)?.end ?? best.end;
  const begins = from === 0 || words[0]?.start === from;
  const ends = words.at(-1)?.end === to;
  return [
    ...(begins ? [] : [{ text: '… ', marked: false }]),
    ...pieces(text, words, hits, begins ? 0 : from, ends ? text.length : to),
    ...(ends ? [] : [{ text: ' …', marked: false }]),
  ];
}

function pieces(
  text: string,
  words: readonly SearchWord[],
  hits: ReadonlySet<number>,
  from: number,
  to: number,
): Piece[] {
  const found: Piece[] = [];
  let at = from;
  for (const [index, { start, end }] of words.entries()) {
    if (!hits.has(index) || start < from || end > to) continue;
    found.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  return [...found, { text: text.slice(at, to), marked: false }].filter((piece) => piece.text !== '');
}
