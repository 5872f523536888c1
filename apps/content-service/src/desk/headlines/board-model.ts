import type { Database } from '@warta/database';
import { listSites } from '@warta/sites';
import { type BoardMark, type Deliveries, findBoardMark, findDeliveries } from '@warta/sync';
import type { DeskLanguage } from '../frame/words.ts';
import { type BoardRow, boardRows, countStates } from './board-rows.ts';

/** Where a headline stands, as the board shows it. */
export interface Board extends BoardMark, Deliveries {
  rows: BoardRow[];
  counts: ReturnType<typeof countStates>;
  summary: Summary;
}

/** The sentence on top: which one, and what it is filled with. */
export interface Summary {
  key: string;
  values: Record<string, number>;
}

/**
 * A headline's board; undefined where there is no such headline. Its mark is read first, so what changes meanwhile
 * gives it another one.
 */
export async function readBoard(
  { db }: Database,
  headline: string,
  lang: DeskLanguage,
): Promise<Board | undefined> {
  const mark = await findBoardMark(db, headline);
  const deliveries = mark && (await findDeliveries(db, headline));
  if (!mark || !deliveries) return undefined;
  const rows = await boardRows(deliveries, await listSites(db), lang);
  const counts = countStates(rows);
  return { ...mark, ...deliveries, rows, counts, summary: summarise(mark, deliveries) };
}

function summarise({ nodes }: BoardMark, { state, total, live, provenInMs, items }: Deliveries): Summary {
  const failed = items.filter((item) => item.state === 'failed').length;
  const values = { total, live, nodes, failed, waiting: total - live, seconds: seconds(provenInMs ?? 0) };
  if (state === 'scheduled') return { key: 'board.said-scheduled', values };
  const isPlain = items.every((item) => item.state !== 'hidden' && item.state !== 'offered');
  const stands = state === 'recalled' ? 'gone' : isPlain ? 'live' : 'right';
  return { key: `board.said-${stands}${provenInMs === null ? '-so-far' : ''}`, values };
}

/** Seconds with one decimal, and never less than was taken. */
const seconds = (ms: number) => Math.max(0.1, Math.ceil(ms / 100) / 10);
