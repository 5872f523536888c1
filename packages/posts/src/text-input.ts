import type { Db } from '@warta/database';
import { canonicalLocale } from '@warta/languages';
import { findPicturesFor, type MediaItem, mediaIdsIn } from '@warta/media';
import { invalid } from '@warta/problems';
import {
  type BodyPictures,
  escapeHtml,
  MarkdownError,
  renderMarkdown,
  sealHash,
  UnknownPictureError,
} from '@warta/rendering';
import { z } from 'zod';
import { bodyPictures } from './body-pictures.ts';

/** The words of one language, as they come in. `title` and `summary` are plain text, `body` is Markdown. */
export const textInput = z.strictObject({
  locale: z
    .string()
    .refine(
      (tag) => canonicalLocale(tag) !== undefined,
      'is not a language tag (BCP 47), such as id or zh-Hans',
    )
    .transform((tag) => canonicalLocale(tag) ?? tag),
  title: z.string().trim().min(1, 'is empty').max(200, 'has more than 200 characters'),
  summary: z.string().trim().max(600, 'has more than 600 characters').optional(),
  body: z.string().min(1, 'is empty').max(100_000, 'has more than 100,000 characters'),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'has other signs than lower-case letters, digits and single hyphens')
    .max(80, 'has more than 80 characters')
    .optional(),
});
export type TextInput = z.output<typeof textInput>;

/** A moment with its offset from UTC (RFC 3339); one without is refused, since nobody can know what it means. */
export const moment = z.iso
  .datetime({ offset: true, error: 'needs a moment with an offset, such as 2026-11-21T08:00:00+07:00' })
  .transform((value) => new Date(value));

/** A text made ready for saving: rendered and hashed outside of any transaction. */
export interface PreparedText {
  locale: string;
  slug: string | undefined;
  title: string;
  summary: string;
  body: string;
  html: string;
  titleHash: string;
  bodyHash: string;
}

/**
 * Renders a text of a site with the pictures of its library, outside of any transaction.
 * @throws {DomainError} as `prepareText`.
 */
export async function prepareTextFor(
  db: Db,
  site: string,
  input: TextInput,
  field: string,
): Promise<PreparedText> {
  return prepareText(input, field, await findPicturesFor(db, site, mediaIdsIn(input.body)));
}

/**
 * Renders a text. The hashes are those of the HTML a reader is sent, so that what stands on a page can be
 * compared with what was saved. `pictures` are those it may show, by id; without them, addresses of pictures stay
 * as they are written.
 * @throws {DomainError} `invalid`, naming `field`, when the Markdown cannot be rendered safely or shows a picture
 * that is not among them.
 */
export function prepareText(
  input: TextInput,
  field: string,
  pictures?: ReadonlyMap<string, MediaItem>,
): PreparedText {
  const html = render(input.body, field, pictures && bodyPictures(pictures, input.locale));
  return {
    locale: input.locale,
    slug: input.slug,
    title: input.title,
    summary: input.summary ?? '',
    body: input.body,
    html,
    titleHash: sealHash(escapeHtml(input.title)),
    bodyHash: sealHash(html),
  };
}

/**
 * Renders Markdown that is no text of its own, such as an introduction, with the pictures of a site's library;
 * `headingPrefix` keeps the ids of its headings apart from those of the text it stands beside.
 * @throws {DomainError} as `prepareText`.
 */
export async function renderFor(
  db: Db,
  site: string,
  { locale, body, headingPrefix }: { locale: string; body: string; headingPrefix: string },
  field: string,
): Promise<string> {
  if (!body) return '';
  const pictures = await findPicturesFor(db, site, mediaIdsIn(body));
  return render(body, field, bodyPictures(pictures, locale), headingPrefix);
}

function render(
  markdown: string,
  field: string,
  pictures: BodyPictures | undefined,
  headingPrefix?: string,
): string {
  try {
    return renderMarkdown(markdown, { pictures, ...(headingPrefix && { headingPrefix }) });
  } catch (error) {
    if (error instanceof MarkdownError || error instanceof UnknownPictureError)
      throw invalid({ field, message: error.message });
    throw error;
  }
}
