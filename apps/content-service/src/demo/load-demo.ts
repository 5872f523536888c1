import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { postInput, publishPost } from '@warta/posts';
import { findSite, missionSite, readMissions, type Site, saveContacts, saveServices } from '@warta/sites';
import { headlineInput, openSite, publishHeadline } from '@warta/sync';
import type { Config } from '../config.ts';
import { openMinistry } from '../open-ministry.ts';
import { adaptHeadlines } from './adapt-headlines.ts';
import { type Drawings, drawCovers, drawingKey } from './draw-covers.ts';
import { drawLooks, giveLooks } from './give-looks.ts';
import { readPosts, type SamplePost } from './read-posts.ts';
import { SAMPLE_HOTLINE, sampleContacts } from './sample-contacts.ts';
import { sampleServices } from './sample-services.ts';

/** Loads the real missions and sample posts, so that a new installation looks like a newspaper. */
export async function loadDemo(config: Config, database: Database, actor: Actor): Promise<void> {
  const { db } = database;
  const ministry = await openMinistry(database, actor);
  const posts = readPosts();
  const writing = new Set(posts.map((post) => post.mission));
  const [first, rest] = split(readMissions(), (mission) => writing.has(mission.slug));
  const opened: Site[] = [];
  for (const mission of first) opened.push(await openSite(db, actor, missionSite(mission)));
  // In another process, while the rest are opened.
  const drawing = drawCovers(config, database, actor, posts);
  const looks = drawLooks(config, database, actor, ministry);
  for (const mission of rest) await openSite(db, actor, missionSite(mission));
  await giveContacts(database, actor, ministry, opened);
  const covers = await drawing;
  await giveLooks(database, actor, await looks);
  const headlines = new Map<string, string>();
  for (const [key, group] of Map.groupBy(posts, (post) => post.translation_key ?? post.name)) {
    const [post] = group;
    if (!post) continue;
    if (post.mission === ministry.slug) {
      headlines.set(key, await pushHeadline(database, actor, ministry, group, covers));
    } else await publishLocal(database, actor, group, covers);
  }
  await adaptHeadlines(database, actor, headlines);
}

async function giveContacts({ db }: Database, actor: Actor, ministry: Site, missions: Site[]): Promise<void> {
  const samples = missions.map(({ slug, version }) => ({
    site: slug,
    version,
    contacts: sampleContacts(slug),
  }));
  const hotline = { site: ministry.slug, version: ministry.version, contacts: SAMPLE_HOTLINE };
  const [, ...saved] = await saveContacts(db, actor, [hotline, ...samples]);
  for (const { site, version } of saved) {
    await saveServices(db, actor, site, sampleServices(), { version });
  }
}

function split<T>(list: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

async function pushHeadline(
  { db }: Database,
  actor: Actor,
  origin: Site,
  texts: SamplePost[],
  covers: Drawings,
): Promise<string> {
  const [first] = texts;
  const cover = first && covers.get(drawingKey(first));
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
  const { id } = await publishHeadline(db, origin, input, { actor, receivedAt: new Date(), cover });
  return id;
}

/** The first text makes the post, the others are its further languages. */
async function publishLocal(
  { db }: Database,
  actor: Actor,
  [post, ...others]: SamplePost[],
  covers: Drawings,
): Promise<void> {
  const site = post && (await findSite(db, post.mission));
  if (!site) throw new Error(`the sample post ${post?.name} is for ${post?.mission}, which is no mission`);
  const input = postInput.parse({ ...wordsOf(post), kind: post.kind, details: detailsOf(post, covers) });
  const { id } = await publishPost(db, actor, site, { ...input, cover: covers.get(drawingKey(post)) });
  for (const other of others) {
    await publishPost(db, actor, site, postInput.parse({ ...wordsOf(other), translationOf: id }));
  }
}

function wordsOf({ lang, title, slug, summary, body, category, tags, published }: SamplePost) {
  return { locale: lang, title, slug, summary, body, category, tags, publishAt: published };
}

function detailsOf(post: SamplePost, covers: Drawings) {
  if (!post.pictures) return post.details;
  const { mission } = post;
  return {
    pictures: post.pictures.map(({ drawing, caption }) => ({
      media: covers.get(drawingKey({ mission, name: drawing })),
      caption,
    })),
  };
}
