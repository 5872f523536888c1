import type { MediaItem } from '@warta/media';
import type { Draft } from '@warta/posts';
import type { Site } from '@warta/sites';
import { type EntryText, type Frame, findFrames, type PostFound, type TimelineEntry } from '@warta/timeline';
import { type PublicContext, themeOf } from './context.ts';
import { postModel } from './post.ts';

/** A text that is being worked on, with the other languages of its post and the pictures it shows. */
export interface DraftShown {
  draft: Draft;
  all: readonly Draft[];
  pictures: ReadonlyMap<string, MediaItem>;
  /** Where its pictures and documents are had, for those that readers cannot have yet. */
  mediaBase: string;
  /** Whose words they are, where they are shown on another site. */
  origin?: Site;
}

/** Draws a draft as readers will see it, in its site's theme; nothing in it is public. */
export async function drawDraft(context: PublicContext, site: Site, shown: DraftShown): Promise<string> {
  const { draft, all, pictures, mediaBase, origin = site } = shown;
  const texts = all.map(textOf);
  const found: Extract<PostFound, { kind: 'post' }> = {
    kind: 'post',
    entry: entryOf(origin, draft, texts, pictures.get(draft.cover ?? '')),
    pictures,
    html: draft.html,
    official: true,
    corrected: null,
    credit: null,
    mission: null,
    freshForMs: null,
  };
  const text = textOf(draft);
  const [around] = await findFrames(context.database.db, [site.id]);
  if (!around) throw new Error(`there is no site ${site.slug}`);
  const model = postModel(context, site, found, { text, frame: around.frame, play: false });
  const html = await context.draw(themeOf(context, site.theme), { ...model, noindex: true });
  return withPicturesFrom(html, mediaBase, around.frame);
}

/** The site's own look is public and stays where it is; an address without a file's name is a document's. */
function withPicturesFrom(html: string, mediaBase: string, { logo, hero }: Frame): string {
  return html.replaceAll(
    /(["\s])\/media\/([0-9a-f-]{36})(?=(["#?]?))/g,
    (whole, before: string, id: string, end: string) =>
      id === logo?.id || id === hero?.id ? whole : `${before}${mediaBase}/${id}${end && '/file'}`,
  );
}

function entryOf(site: Site, draft: Draft, texts: EntryText[], cover: MediaItem | undefined): TimelineEntry {
  const { post, kind, details, date, category, tags } = draft;
  return {
    ...{ post, kind, details, category, tags, texts },
    number: null,
    version: null,
    pinned: false,
    asOf: new Date(),
    publishAt: date ? new Date(date) : momentOf(draft),
    origin: { slug: site.slug, name: site.name, host: site.host },
    cover: cover ?? null,
  };
}

const momentOf = ({ postState, publishAt }: Draft) => (postState === 'live' ? publishAt : new Date());

const textOf = ({
  locale,
  title,
  summary,
  revision,
  savedAt,
  standingSlug,
  slug,
  post,
}: Draft): EntryText => ({
  ...{ locale, title, summary, revision },
  slug: standingSlug ?? slug ?? post,
  savedAt: savedAt.toISOString(),
});
