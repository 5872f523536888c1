import type { Database } from '@warta/database';
import { listSites } from '@warta/sites';
import {
  type BoardMark,
  type Deliveries,
  type DeliveryItem,
  findBoardMark,
  findDeliveries,
  findReceptions,
  type Reception,
} from '@warta/sync';
import type { DeskLanguage } from '../frame/words.ts';
import { type Outside, outsideOf } from './board-outside.ts';
import { type BoardRow, boardRows, countStates } from './board-rows.ts';

const UNSEEN: DeliveryItem['state'][] = ['pending', 'failed', 'scheduled'];

/** Where a headline stands, as the board shows it. */
export interface Board extends BoardMark, Deliveries {
  rows: BoardRow[];
  counts: ReturnType<typeof countStates>;
  summary: Summary;
  /** Whether the cache outside has been purged, in words; null where there is none to be told. */
  outside: Outside | null;
  /** How many missions have acknowledged it, of those that were asked; null where nobody asks. */
  acknowledged: { of: number; n: number; overdue: number } | null;
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
  const sites = await listSites(db);
  const receptions = await findReceptions(db, headline);
  const rows = await boardRows(deliveries, { sites, receptions }, lang);
  return {
    ...mark,
    ...deliveries,
    rows,
    counts: countStates(rows),
    summary: summarise(mark, deliveries),
    outside: deliveries.outsideCache && outsideOf(deliveries.outsideCache),
    acknowledged: acknowledged(receptions, rows),
  };
}

function acknowledged(receptions: readonly Reception[], rows: readonly BoardRow[]): Board['acknowledged'] {
  const asked = receptions.filter(({ dueAt }) => dueAt);
  if (asked.length === 0) return null;
  const n = asked.filter(({ acknowledgedAt }) => acknowledgedAt).length;
  return { of: asked.length, n, overdue: rows.filter((row) => row.overdue).length };
}

function summarise({ nodes }: BoardMark, board: Deliveries): Summary {
  const { state, total, live, pending, waiting, provenInMs, items } = board;
  const failed = items.filter((item) => item.state === 'failed').length;
  const values = { total, live, nodes, failed, pending, waiting, seconds: secondsOf(provenInMs ?? 0) };
  if (state === 'scheduled') return { key: 'board.said-scheduled', values };
  const isPlain = items.every((item) => item.state !== 'hidden' && item.state !== 'offered');
  const stands = state === 'recalled' ? 'gone' : isPlain ? 'live' : 'right';
  if (provenInMs !== null) return { key: `board.said-${stands}`, values };
  const isCacheAlone = live === total && items.every(({ state }) => !UNSEEN.includes(state));
  return { key: `board.said-${stands}-${isCacheAlone ? 'here' : 'so-far'}`, values };
}

/** Seconds with one decimal, and never less than was taken. */
export const secondsOf = (ms: number) => Math.max(0.1, Math.ceil(ms / 100) / 10);
