import type { ReservedSlug } from '@warta/posts';

/** What the posts of an archive may have in common. */
const BY = ['category', 'tag', 'kind'] as const satisfies readonly ReservedSlug[];
export type ArchiveBy = (typeof BY)[number] | 'month';

const ARCHIVE: ReservedSlug = 'archive';
const MONTH = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/;

type ArchivePage = { page: 'months' } | { page: 'archive'; by: ArchiveBy; name: string };

/**
 * What an address asks for whose part after the language is `word` and `more`, with the right form of that part:
 * undefined where that is no archive. A tag keeps its letters as they are, slashes included.
 */
export function archiveAt(
  word: string,
  more: readonly string[],
): { path: string; page: ArchivePage } | undefined {
  const name = more.join('/');
  if (word === ARCHIVE) {
    if (name === '') return { path: word, page: { page: 'months' } };
    return MONTH.test(name)
      ? { path: `${word}/${name}`, page: { page: 'archive', by: 'month', name } }
      : undefined;
  }
  const by = BY.find((one) => one === word);
  if (!by || name === '') return undefined;
  const right = by === 'tag' ? name : name.toLowerCase();
  return { path: `${by}/${right}`, page: { page: 'archive', by, name: right } };
}

/** The part of an archive's address after its language. */
export function archivePath(by: ArchiveBy, name: string): string {
  return `${by === 'month' ? 'archive' : by}/${encodeURIComponent(name)}`;
}
