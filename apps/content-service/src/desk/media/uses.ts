import { findMediaUses, type MediaItem } from '@warta/media';
import { findMediaOwners } from '@warta/posts';
import { findSitesById, type Site } from '@warta/sites';
import type { DeskContext } from '../context.ts';

/** One place where a picture or document is used. */
export interface Use {
  kind: 'post' | 'headline' | 'site';
  /** The site it stands on. */
  site: Site | null;
  title: string;
  locale: string | null;
  /** Its page at the desk, where it is on the site that is worked on. */
  href: string | null;
}

/** Where a picture or document is used, this site's own first. */
export async function usesFor(
  { database: { db } }: DeskContext,
  site: Site,
  { id }: Pick<MediaItem, 'id'>,
): Promise<Use[]> {
  const owners = (await findMediaUses(db, id)).map((owner) => owner.split(':') as [Use['kind'], string]);
  const posts = await findMediaOwners(
    db,
    owners.filter(([kind]) => kind !== 'site').map(([, post]) => post),
  );
  const ids = owners.flatMap(([kind, own]) => (kind === 'site' ? own : (posts.get(own)?.site ?? [])));
  const sites = new Map((await findSitesById(db, [...new Set(ids)])).map((each) => [each.id, each]));
  const uses = owners.map(([kind, own]): Use => {
    const post = posts.get(own);
    const place = sites.get(post?.site ?? own) ?? null;
    const isHere = kind === 'post' && post?.site === site.id;
    return {
      ...{ kind, site: place, title: post?.title ?? '', locale: post?.locale ?? null },
      href: isHere ? `/desk/sites/${site.slug}/posts/${own}${post.locale ? `/${post.locale}` : ''}` : null,
    };
  });
  return uses.sort((a, b) => Number(b.site?.id === site.id) - Number(a.site?.id === site.id));
}
