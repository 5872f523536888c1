import { Command } from 'commander';
import type { SavedPost } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { translationOf } from '../headlines/headline-body.ts';

interface Options {
  url?: string;
  site: string;
  translationOf?: string;
}

/** `post publish` */
export function postPublish(): Command {
  const command = new Command('publish')
    .description('Publishes a post on one site')
    .argument('<file>', 'Markdown with title and lang in its front matter')
    .requiredOption('--site <slug>', 'the site')
    .option('--translation-of <id>', 'it is a further language of this post');
  return withUrl(command).action(publish);
}

async function publish(file: string, options: Options): Promise<void> {
  const client = await openClient(options.url);
  const text = await readTextFile(file);
  const { category, tags, publishAt } = text;
  const body = {
    ...translationOf(text),
    ...(category && { category }),
    ...(tags && { tags }),
    ...(publishAt && { publishAt }),
    ...(options.translationOf && { translationOf: options.translationOf }),
  };
  const path = `/sites/${encodeURIComponent(options.site)}/posts`;
  const post = await client.write<SavedPost>('POST', path, { body });
  if ('url' in post) console.log(`Post ${post.id} is published.\n${post.url}`);
  else console.log(`Post ${post.id} waits for a colleague’s check.`);
}
