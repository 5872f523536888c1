import { ProblemError } from '../api/errors.ts';
import { CliError } from '../cli-error.ts';
import type { TextFile } from '../files/read-text-file.ts';
import type { HeadlineOptions } from './headline-options.ts';

type Words = Pick<TextFile, 'locale' | 'title' | 'body' | 'summary'> & { slug: string | null | undefined };

/** A text as the API takes it; what it does not say is left out. */
export function translationOf({ locale, title, summary, slug, body }: Words) {
  return { locale, title, body, ...(summary && { summary }), ...(slug && { slug }) };
}

/**
 * What a headline has besides its words and its audience: of the command line, else of the files.
 * @throws {CliError} when two files say different things.
 */
export function settingsOf(texts: readonly TextFile[], options: HeadlineOptions) {
  const publishAt = options.publishAt ?? agreed(texts, 'publishAt');
  const category = agreed(texts, 'category');
  const [tags] = texts.flatMap((text) => (text.tags ? [text.tags] : []));
  return {
    ...(options.obligation && { obligation: options.obligation }),
    ...(options.pinnedUntil && { pinnedUntil: options.pinnedUntil }),
    ...(publishAt && { publishAt }),
    ...(category && { category }),
    ...(tags && { tags }),
  };
}

function agreed(texts: readonly TextFile[], entry: 'publishAt' | 'category'): string | undefined {
  const said = texts.filter((text) => text[entry] !== undefined);
  const other = said.find((text) => text[entry] !== said[0]?.[entry]);
  if (other) throw new CliError(`${other.file}: ${entry}: is not the same as in ${said[0]?.file}`);
  return said[0]?.[entry];
}

/** Tells of a refused text by its file: the operator never saw its place in the request. */
export function namingFiles(error: unknown, texts: readonly TextFile[]): unknown {
  if (!(error instanceof ProblemError)) return error;
  const errors = error.errors.map(({ field, message }) => {
    const [, index, entry] = /^translations\.(\d+)\.(.+)$/.exec(field) ?? [];
    const file = index === undefined ? undefined : texts[Number(index)]?.file;
    return { field: file ? `${file}: ${entry}` : field, message };
  });
  return new ProblemError(error.status, error.detail, errors);
}
