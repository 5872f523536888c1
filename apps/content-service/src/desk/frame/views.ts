import { join } from 'node:path';
import view from '@fastify/view';
import { may, type Permission } from '@warta/accounts';
import {
  directionOf,
  formatDateTime,
  isoInZone,
  languageName,
  type Translate,
  translator,
} from '@warta/languages';
import { templatesIn } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserAssets } from '../../browser-assets.ts';
import { browserWords } from '../../browser-words.ts';
import { JAKARTA } from '../../jakarta.ts';
import { type Caller, waitsFor } from '../session.ts';
import { styleHref } from './assets.ts';
import { deskLanguage, deskWords } from './words.ts';

const DESK = join(import.meta.dirname, '..');

/** What every page of the desk is drawn with, besides its own model. */
export interface Frame {
  t: Translate;
  lang: 'id' | 'en';
  title: string;
  caller: Caller | null;
  site: Site | null;
  siteName: string | null;
  path: string;
  csrf: string;
  style: string;
  accent: string | null;
  /** Where the code for browsers is, and what it says. */
  browser: { script: string; style: string; words: string };
  /** What was just done, in words. */
  said: string | null;
  can: (permission: Permission) => boolean;
  /** A moment in the site's zone, or in Jakarta's where no site is worked on. */
  time: (date: Date, zone?: string) => string;
  iso: (date: Date, zone?: string) => string;
  directionOf: typeof directionOf;
  zone: string;
  /** A language by its name. */
  languageOf: (locale: string) => string;
  /** What readers' pages say, in the desk's language. */
  publicWords: Translate;
}

export type Title = string | { words: string };

/** What somebody has called it, or a key where it has no name yet. */
export const named = (words: string | undefined, key: string): Title => (words ? { words } : key);

declare module 'fastify' {
  interface FastifyReply {
    /** Draws a page of the desk; its title is a key of the desk's words, or what somebody has called it. */
    draw: (template: string, title: Title, model?: object) => Promise<FastifyReply>;
  }
}

/** Gives replies `draw`: templates stand beside the routes they belong to. */
export function registerDeskViews(app: FastifyInstance, browser: BrowserAssets): void {
  app.register(view, {
    engine: { eta: templatesIn([DESK]) },
    root: DESK,
    propertyName: 'deskView',
    production: true,
  });
  app.decorateReply('draw', async function draw(this: FastifyReply, template, title, model = {}) {
    const frame = frameOf(browser, this.request, this, title);
    const reply = this as FastifyReply & {
      deskView: (template: string, model: object) => Promise<FastifyReply>;
    };
    reply.type('text/html; charset=utf-8');
    return reply.deskView(template, { ...frame, ...model });
  });
}

/** Draws a part of a page by itself, for what is sent after the page. */
export function partsOf(app: FastifyInstance): (template: string, model: object) => Promise<string> {
  return (app as FastifyInstance & { deskView: (template: string, model: object) => Promise<string> })
    .deskView;
}

function frameOf(browser: BrowserAssets, request: FastifyRequest, reply: FastifyReply, title: Title): Frame {
  const { caller, site } = request;
  const lang = deskLanguage(request);
  const t = deskWords(lang);
  const zone = site?.timezone ?? JAKARTA;
  const { said } = request.query as { said?: string };
  return {
    t,
    lang,
    title: typeof title === 'string' ? t(title) : title.words,
    caller: caller && !waitsFor(caller) ? caller : null,
    site,
    siteName: site && (site.name[lang] ?? site.name.id ?? site.name.en ?? site.slug),
    path: request.url.split('?')[0] ?? '',
    csrf: reply.generateCsrf(),
    style: styleHref,
    accent: site?.accent.slice(1) ?? null,
    browser: {
      script: browser.get('desk.js')?.path ?? '',
      style: browser.get('editor.css')?.path ?? '',
      words: browserWords(lang),
    },
    languageOf: (locale) => languageName(locale, lang),
    publicWords: translator(lang),
    said: typeof said === 'string' && /^[a-z-]{1,40}$/.test(said) ? saidWords(t, said) : null,
    can: (permission) => caller !== null && may(caller, permission, site ?? undefined),
    time: (date, other = zone) => formatDateTime(date, lang, other),
    iso: (date, other = zone) => isoInZone(date, other),
    directionOf,
    zone,
  };
}

/** Only what stands in the catalogue: an address cannot put words into a page. */
function saidWords(t: Translate, said: string): string | null {
  const words = t(`said.${said}`);
  return words === `said.${said}` ? null : words;
}
