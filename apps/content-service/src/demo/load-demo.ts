import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { type StoredPicture, storePicture } from '@warta/media';
import { postInput, publishPost } from '@warta/posts';
import { findSite, missionSite, readMissions, type Site } from '@warta/sites';
import { headlineInput, openSite, publishHeadline } from '@warta/sync';
import type { Config } from '../config.ts';
import { openMinistry } from '../open-ministry.ts';
import { drawPicture } from './pictures/draw-picture.ts';
import { readPosts, type SamplePost } from './read-posts.ts';

/** Loads the real missions and sample posts, so that a new installation looks like a newspaper. */
export async function loadDemo(config: Config, database: Database, actor: Actor): Promise<void> {
  const { db } = database;
  const ministry = await openMinistry(database, actor);
  const posts = readPosts();
  const writing = new Set(posts.map((post) => post.mission));
  const [first, rest] = split(readMissions(), (mission) => writing.has(mission.slug));
  for (const mission of first) await openSite(db, actor, missionSite(mission));
  const drawing = drawCovers(config, database, actor, ministry, posts); // in another process, while the rest are opened
  for (const mission of rest) await openSite(db, actor, missionSite(mission));
  const covers = await drawing;
  for (const group of Map.groupBy(posts, (post) => post.translation_key ?? post.name).values()) {
    const [post] = group;
    if (!post) continue;
    const cover = covers.get(post.name)?.id;
    if (post.mission === ministry.slug) await pushHeadline(database, actor, ministry, group, cover);
    else await publishLocal(database, actor, post, cover);
  }
}

function split<T>(list: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

async function drawCovers(
  config: Config,
  { db }: Database,
  actor: Actor,
  ministry: Site,
  posts: SamplePost[],
) {
  const names = [...new Set(posts.map((post) => post.name))];
  const stored = names.map(async (name): Promise<[string, StoredPicture][]> => {
    const drawing = drawPicture(name);
    const mission = posts.find((post) => post.name === name)?.mission ?? ministry.slug;
    const site = await findSite(db, mission);
    if (!drawing || !site) return [];
    const source = Buffer.from(drawing.svg);
    const picture = { mediaDir: config.mediaDir, site: site.id, source, alt: drawing.alt, trusted: true };
    return [[name, await storePicture(db, actor, picture)]];
  });
  return new Map((await Promise.all(stored)).flat());
}

async function pushHeadline(
  { db }: Database,
  actor: Actor,
  origin: Site,
  texts: SamplePost[],
  cover: string | undefined,
): Promise<void> {
  const [first] = texts;
  const input = headlineInput.parse({
    translations: texts.map(({ lang, title, slug, summary, body }) => ({
      locale: lang,
      title,
      slug,
      summary,
      body,
    })),
    audience: { all: true },
    publishAt: first?.published,
    category: first?.category,
    tags: first?.tags,
  });
  await publishHeadline(db, origin, input, { actor, receivedAt: new Date(), cover });
}

async function publishLocal(
  { db }: Database,
  actor: Actor,
  post: SamplePost,
  cover: string | undefined,
): Promise<void> {
  const site = await findSite(db, post.mission);
  if (!site) throw new Error(`the sample post ${post.name} is for ${post.mission}, which is no mission`);
  const { lang, title, slug, summary, body, category, tags, published } = post;
  const input = postInput.parse({
    ...{ locale: lang, title, slug, summary, body, category, tags },
    publishAt: published,
  });
  await publishPost(db, actor, site, { ...input, cover });
}
