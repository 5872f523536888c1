import type { OpenAlert } from '@warta/alerts';
import type { AlertBoard } from '../../alerts/board.ts';
import type { Config } from '../../config.ts';
import { makePage, type Page } from '../../pages/page.ts';
import { alertFeed } from './alert-feed.ts';
import { alertList } from './alert-list.ts';
import { capOf } from './cap-of.ts';

export interface OpenDataContext {
  config: Config;
  board: AlertBoard;
}

/** What somebody asks for: all that is open, or what of it concerns a country; or one alert. */
export type OpenData =
  | { form: 'json' | 'atom'; country?: string | undefined }
  | { form: 'cap'; number: number };

/** Alerts for other programs, made of what a node knows by heart. */
export class OpenDataPages {
  readonly #context: OpenDataContext;
  #version = -1;
  readonly #kept = new Map<string, Page>();

  constructor(context: OpenDataContext) {
    this.#context = context;
  }

  /** The page; undefined for an alert that is not open. */
  find(wanted: OpenData): Page | undefined {
    const { version } = this.#context.board;
    if (this.#version !== version) this.#kept.clear();
    this.#version = version;
    const key = Object.values(wanted).join(' ');
    const known = this.#kept.get(key);
    if (known) return known;
    const made = this.#make(wanted);
    const page = made && makePage({ ...made, freshForMs: null });
    if (page) this.#kept.set(key, page);
    return page;
  }

  #make(wanted: OpenData): { body: string; type: string } | undefined {
    const { open } = this.#context.board;
    if (wanted.form === 'cap') {
      const alert = open.find(({ number }) => number === wanted.number);
      return alert && capOf(this.#context, alert);
    }
    const { form, country } = wanted;
    const concerned = country ? open.filter((alert) => this.#concerns(alert, country)) : open;
    return form === 'json'
      ? alertList(this.#context, concerned)
      : alertFeed(this.#context, concerned, country);
  }

  /** Whether an alert is about a country: as its area says, or as one where a mission stands that it names. */
  #concerns({ versions, sites }: OpenAlert, country: string): boolean {
    const { everywhere, countries } = versions[0]?.content.area ?? {};
    if (everywhere || countries) return everywhere === true || countries?.includes(country) === true;
    return sites.some((slug) => {
      const site = this.#context.board.siteNamed({ slug });
      return site?.country === country || site?.accreditedTo.includes(country) === true;
    });
  }
}
