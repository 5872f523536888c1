import type { StandingAlert } from '@warta/alerts';
import { translator } from '@warta/languages';
import { JAKARTA } from '../jakarta.ts';
import { PORTAL } from '../pages/answer.ts';
import { makePage, type Page } from '../pages/page.ts';
import type { Cached } from '../pages/page-cache.ts';
import { PORTAL_LOCALES, type PortalLocale } from '../public/address.ts';
import { HTML } from '../public/home.ts';
import { alertPath, alertUrl, linksFrom, portalLocale, portalUrl } from '../public/links.ts';
import { alertLocale, alertLocales, listPath, readAlertAddress } from './alert-address.ts';
import { alertData } from './alert-data.ts';
import { draw, languagesOf, ministryOf, type PlainContext, plainBase } from './plain-context.ts';
import { showAlert, showText, stamps } from './show-alert.ts';

const MOST_KEPT = 500;

/** The addresses of alerts, answered from what a node knows by heart. */
export class AlertPages {
  readonly #context: PlainContext;
  readonly #isOver: (number: number) => Promise<boolean>;
  #version = -1;
  readonly #kept = new Map<string, Page>();

  /** `isOver` tells whether an alert that does not stand once did; it may throw where nobody can be asked. */
  constructor(context: PlainContext, isOver: (number: number) => Promise<boolean>) {
    this.#context = context;
    this.#isOver = isOver;
  }

  /** The answer at a path of the ministry's host; undefined where there is none. */
  async answer(path: string): Promise<Cached | undefined> {
    const address = readAlertAddress(path);
    if (!address) return undefined;
    if (address.page === 'redirect') return { kind: 'redirect', status: 301, location: address.path };
    const { board } = this.#context;
    if (address.page === 'list') return this.#page(path, () => this.#drawList(address.locale));
    const alert = board.find(address.number);
    if (alert) {
      if (alertLocale(alert, address.locale) !== address.locale) return undefined;
      return this.#page(path, () => this.#drawAlert(alert, address.locale));
    }
    if (!(await this.#isOver(address.number))) return undefined;
    return {
      kind: 'notice',
      status: 410,
      body: this.#drawOver(address.locale),
      place: { site: PORTAL, locale: address.locale },
    };
  }

  #page(path: string, make: () => string): { kind: 'page'; page: Page } {
    const { version } = this.#context.board;
    if (this.#version !== version || this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#version = version;
    const known = this.#kept.get(path);
    if (known) return { kind: 'page', page: known };
    const page = makePage({ body: make(), type: HTML, freshForMs: null });
    this.#kept.set(path, page);
    return { kind: 'page', page };
  }

  #drawAlert(alert: StandingAlert, locale: string): string {
    const context = this.#context;
    const { config, board } = context;
    const viewer = this.#viewer(locale, alert);
    const shown = showAlert(board, alert, viewer, alertPath(alert.number, locale));
    const base = this.#base(locale);
    const data = alertData(context, alert, shown);
    return draw(context, ministryOf(context), {
      kind: 'alert',
      ...base,
      ...(data && { data }),
      title: base.t('title.of', { title: shown.text.heading, name: base.t('ministry.name') }),
      noindex: alert.practice,
      canonical: alertUrl(config, alert.number, locale),
      languages: languagesOf(alertLocales(alert), locale, (lang) => alertPath(alert.number, lang)),
      alert: shown,
      others: alert.texts.filter((text) => text.locale !== shown.text.lang).map(showText),
      version: alert.version,
      released: stamps(alert.releasedAt, viewer),
      all: { href: listPath(portalLocale(locale)), label: base.t('alerts.heading') },
    });
  }

  #drawList(locale: PortalLocale): string {
    const context = this.#context;
    const { board, config } = context;
    const base = this.#base(locale);
    return draw(context, ministryOf(context), {
      kind: 'alerts',
      ...base,
      title: base.t('title.of', { title: base.t('alerts.heading'), name: base.t('ministry.name') }),
      noindex: false,
      canonical: config.publicUrl + listPath(locale),
      languages: languagesOf(PORTAL_LOCALES, locale, (lang) => listPath(lang as PortalLocale)),
      alerts: (board.forSite(PORTAL) ?? []).map((alert) =>
        showAlert(board, alert, this.#viewer(locale, alert), alertPath(alert.number, locale)),
      ),
    });
  }

  #drawOver(locale: string): string {
    const context = this.#context;
    const portal = portalLocale(locale);
    const base = this.#base(locale);
    return draw(context, ministryOf(context), {
      kind: 'emergency',
      ...base,
      title: base.t('title.of', { title: base.t('alert.over.heading'), name: base.t('ministry.name') }),
      noindex: true,
      languages: [],
      heading: base.t('alert.over.heading'),
      message: base.t('alert.over.message'),
      ofAll: false,
      back: { href: listPath(portal), label: base.t('alerts.heading') },
    });
  }

  #base(locale: string) {
    const context = this.#context;
    const ministry = ministryOf(context);
    const t = translator(locale);
    const home = {
      href: linksFrom(context.config, ministry)(portalUrl(context.config, portalLocale(locale))),
      label: t('ministry.name'),
    };
    return { ...plainBase(context, ministry, locale), home };
  }

  /** Where the alert is one of a single mission, that mission's clock is the local one. */
  #viewer(locale: string, { sites }: StandingAlert) {
    const { board } = this.#context;
    const zones = new Set(sites.flatMap((id) => board.site(id)?.timezone ?? []));
    const [zone = JAKARTA] = zones;
    return { locale, locales: PORTAL_LOCALES, timezone: zones.size === 1 ? zone : JAKARTA };
  }
}
