import type { FastifyInstance } from 'fastify';
import { partsOf } from '../frame/views.ts';
import type { DeskLanguage } from '../frame/words.ts';
import type { Board } from './board-model.ts';
import type { BoardRow } from './board-rows.ts';
import { boardWords } from './board-words.ts';

/** What changed on a board, drawn as it stands on the page. */
export interface BoardNews {
  /** The sentence on top, to be read out. */
  said: string;
  summary: string;
  /** Rows of the table by their missions. */
  rows: Record<string, string>;
  /** Dots of the map by their missions: how each looks, and what it says. */
  dots: Record<string, { tone: string; title: string }>;
}

/** What one watcher has been sent: a board is drawn for the rows that differ from it. */
export class BoardNewsMaker {
  readonly #draw: (template: string, model: object) => Promise<string>;
  readonly #words: ReturnType<typeof boardWords>;
  readonly #sent = new Map<string, string>();

  constructor(app: FastifyInstance, lang: DeskLanguage) {
    this.#draw = partsOf(app);
    this.#words = boardWords(lang);
  }

  /** The watcher has this board already. */
  know(board: Board): void {
    for (const row of board.rows) this.#sent.set(row.site, inShort(row));
  }

  async newsOf(board: Board): Promise<BoardNews> {
    const { t } = this.#words;
    const rows: BoardNews['rows'] = {};
    const dots: BoardNews['dots'] = {};
    for (const row of board.rows) {
      const { tone, state, site } = row;
      const now = inShort(row);
      if (this.#sent.get(site) === now) continue;
      this.#sent.set(site, now);
      rows[site] = await this.#draw('headlines/board-row', { ...this.#words, row });
      dots[site] = { tone, title: `${row.name}: ${t(`board.state-${state}`)}` };
    }
    const said = t(board.summary.key, board.summary.values);
    return {
      said,
      summary: await this.#draw('headlines/board-summary', { ...this.#words, board }),
      rows,
      dots,
    };
  }
}

const inShort = ({ state, version, provenAt, error, reception, overdue }: BoardRow) =>
  JSON.stringify([state, version, provenAt, error, reception, overdue]);
