import { bestText, directionOf } from '@warta/languages';
import { CARD_SIZE, type Card, cardName, keepCard } from '@warta/media';
import type { SharePart } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import { type EntryText, sooner } from '@warta/timeline';
import type { Config } from '../config.ts';
import type { Answer } from '../pages/answer.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';
import { postUrl } from './links.ts';
import { answerGone } from './notice.ts';

const PNG = 'image/png';

interface CardAsked {
  locale: string;
  slug: string;
  /** Of which words: a card of others is nowhere any more. */
  name: string;
}

/** The card of a text, for a post that has no picture of its own; undefined where it could not be drawn. */
export function cardImage(config: Config, site: Site, text: EntryText): SharePart['image'] | undefined {
  const card = cardOf(site, text);
  const name = cardName(card);
  return name === undefined
    ? undefined
    : {
        src: `${postUrl(config, site, text)}.${name}.png`,
        ...CARD_SIZE,
        alt: `${text.title} (${card.name})`,
      };
}

/** The card at its address; undefined where there is none, or none of these words. */
export async function answerShareCard(
  context: PublicContext,
  siteFound: SiteFound,
  { locale, slug, name }: CardAsked,
): Promise<Answer | undefined> {
  const { site, readAt } = siteFound;
  const found = await context.find.post({ site: site.id, locale, slug });
  if (found?.kind === 'gone') return answerGone(context, siteFound, locale, found);
  if (found?.kind !== 'post') return undefined;
  const text = found.entry.texts.find((each) => each.locale === locale && each.slug === slug);
  if (!text || cardName(cardOf(site, text)) !== name) return undefined;
  const body = await keepCard(context.config.cardsDir, cardOf(site, text));
  const { number, post } = found.entry;
  const tags = [`site:${site.id}`, ...(number === null ? [] : [`headline:${post}`])];
  return {
    kind: 'page',
    body,
    type: PNG,
    readings: [{ tags, readAt }],
    freshForMs: sooner(found.freshForMs, null),
  };
}

function cardOf(site: Site, { title, locale }: EntryText): Card {
  const page = bestText(
    site.locales.map((each) => ({ locale: each })),
    locale,
    site.locales,
  );
  const name = siteName(site, page?.locale ?? locale);
  return { title, lang: locale, dir: directionOf(locale), name, accent: site.accent };
}
