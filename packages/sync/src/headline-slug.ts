import { slugify } from '@warta/languages';
import type { PreparedText } from '@warta/posts';

const FORM = /-h([0-9][0-9a-v]{0,6})$/;

/**
 * The last words of a headline's address: its own words and `-h` with its number in base 32. A number that
 * would begin with a letter gets a zero, so that no English word can look like one (`open-house`).
 */
export function headlineSlug(text: Pick<PreparedText, 'slug' | 'title'>, number: number): string {
  const digits = number.toString(32);
  const words = text.slug ?? slugify(text.title) ?? 'headline';
  return `${words.replace(FORM, '')}-h${/^\d/.test(digits) ? digits : `0${digits}`}`;
}

/** The number in a slug of that form, whatever its words; undefined for a local post's slug. */
export function headlineNumber(slug: string): number | undefined {
  const digits = FORM.exec(slug)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 32);
}
