import anyAscii from 'any-ascii';

const LONGEST = 80;

/**
 * An ASCII slug of at most 80 characters for a title in any script: lower case, words joined by single hyphens,
 * cut after a whole word where one fits. `undefined` where nothing of the title can be spelled so, as in a row of
 * punctuation.
 */
export function slugify(title: string): string | undefined {
  const slug = anyAscii(title.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return cut(slug) || undefined;
}

function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end > 0 ? end : LONGEST);
}
