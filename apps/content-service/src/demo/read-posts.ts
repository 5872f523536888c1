import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POST_KINDS } from '@warta/posts';
import { VFile } from 'vfile';
import { matter } from 'vfile-matter';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../../demo/posts');

const frontMatter = z.object({
  title: z.string(),
  slug: z.string(),
  lang: z.string(),
  mission: z.string(),
  category: z.string(),
  tags: z.array(z.string()),
  published: z.iso.datetime({ offset: true }),
  summary: z.string(),
  translation_key: z.string().optional(),
  kind: z.enum(POST_KINDS).default('article'),
  details: z.record(z.string(), z.unknown()).optional(),
  /** The drawing that is its cover, where that is not the one of its own name. */
  picture: z.string().optional(),
  /** The drawings of a gallery. */
  pictures: z.array(z.object({ drawing: z.string(), caption: z.record(z.string(), z.string()) })).optional(),
});

/** A sample post; `name` is its file's name without number and language. */
export type SamplePost = z.output<typeof frontMatter> & { name: string; body: string };

/** The sample posts, oldest first. */
export function readPosts(): SamplePost[] {
  const posts = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const source = new VFile({ value: readFileSync(join(FOLDER, file)) });
      matter(source, { strip: true });
      const name = file.replace(/^\d+-/, '').replace(/\.[\w-]+\.md$/, '');
      return { ...frontMatter.parse(source.data.matter), name, body: String(source).trim() };
    });
  return posts.sort((a, b) => Date.parse(a.published) - Date.parse(b.published));
}
