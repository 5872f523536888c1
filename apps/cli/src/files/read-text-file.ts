import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { matter } from 'vfile-matter';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { fileAt } from './file-at.ts';

const plain = z.union([z.string(), z.number().transform(String)], 'is not a plain value');
const list = z.union([z.array(plain), plain.transform((line) => line.split(',').map((item) => item.trim()))]);
/** `slug:` with nothing behind it counts as left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

const frontMatter = z
  .object({
    title: z.union([z.string(), z.number().transform(String)], 'is missing'),
    lang: optional(plain),
    locale: optional(plain),
    slug: optional(plain),
    summary: optional(plain),
    category: optional(plain),
    tags: optional(list),
    published: optional(plain),
    publishAt: optional(plain),
  })
  .transform(({ lang, locale, published, publishAt, ...rest }) => ({
    ...rest,
    locale: locale ?? lang,
    publishAt: publishAt ?? published,
  }))
  .refine(({ locale }) => locale !== undefined, { path: ['lang'], error: 'is missing' });

/** A text as it stands in a file: Markdown under a front matter. Moments are left to the service to judge. */
export interface TextFile {
  file: string;
  title: string;
  locale: string;
  slug: string | undefined;
  summary: string | undefined;
  category: string | undefined;
  tags: string[] | undefined;
  publishAt: string | undefined;
  body: string;
}

/**
 * Reads a text from a Markdown file with `title` and `lang` (or `locale`) in its front matter, and `slug`,
 * `summary`, `category`, `tags`, `publishAt` (or `published`) where it has them. Other entries are passed over.
 * @throws {CliError} naming the file and each entry that is missing or wrong.
 */
export async function readTextFile(file: string): Promise<TextFile> {
  const source = new VFile({ value: await readUtf8(file) });
  try {
    matter(source, { strip: true });
  } catch (error) {
    throw new CliError(`${file}: the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const read = frontMatter.safeParse(source.data.matter ?? {});
  if (!read.success) {
    throw new CliError(
      read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'),
    );
  }
  const { locale = '', ...rest } = read.data;
  return { ...rest, locale, file, body: String(source).trim() } as TextFile;
}

/** @throws {CliError} when there is no such file, or it cannot be read. */
export async function readUtf8(file: string): Promise<string> {
  try {
    return await readFile(fileAt(file), 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? `${file}: there is no such file` : `${file}: ${message}`);
  }
}
