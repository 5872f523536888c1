import { findMediaUses, type MediaItem, type MediaOwner } from '@warta/media';
import { findMediaOwners, type MediaOwnerPost } from '@warta/posts';
import { findSitesById, type Site } from '@warta/sites';
import type { DeskContext } from '../context.ts';

/** One place where a picture or document is used. */
export interface Use {
  kind: 'post' | 'headline' | 'site' | 'overlay';
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
  const owners = (await findMediaUses(db, id)).map(readOwner);
  const posts = await findMediaOwners(
    db,
    owners.flatMap(({ post }) => post ?? []),
  );
  const ids = owners.flatMap((owner) => owner.site ?? posts.get(owner.post ?? '')?.site ?? []);
  const sites = new Map((await findSitesById(db, [...new Set(ids)])).map((each) => [each.id, each]));
  const uses = owners.map((owner): Use => {
    const post = posts.get(owner.post ?? '');
    const place = sites.get(owner.site ?? post?.site ?? '') ?? null;
    const isHere = place?.id === site.id;
    return {
      ...{ kind: owner.kind, site: place, title: post?.title ?? '', locale: post?.locale ?? null },
      href: isHere && post ? pageOf(site, owner.kind, post) : null,
    };
  });
  return uses.sort((a, b) => Number(b.site?.id === site.id) - Number(a.site?.id === site.id));
}

/** An overlay is one site's, of the ministry's headline. */
function readOwner(owner: MediaOwner): { kind: Use['kind']; site?: string; post?: string } {
  const [kind, id = ''] = owner.split(':') as [Use['kind'], string];
  if (kind === 'site') return { kind, site: id };
  if (kind !== 'overlay') return { kind, post: id };
  const [site = '', post = ''] = id.split('/');
  return { kind, site, post };
}

function pageOf({ slug }: Site, kind: Use['kind'], { id, locale }: MediaOwnerPost): string | null {
  if (kind === 'overlay') return `/desk/sites/${slug}/headlines/${id}`;
  return kind === 'post' ? `/desk/sites/${slug}/posts/${id}${locale ? `/${locale}` : ''}` : null;
}
