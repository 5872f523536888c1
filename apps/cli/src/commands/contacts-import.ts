import { isDeepStrictEqual } from 'node:util';
import type { ListedContacts, SiteContacts } from '@warta/sites';
import { Command } from 'commander';
import { openClient, withUrl } from '../api/client.ts';
import { readContactLists } from '../contacts/contact-lists.ts';
import { readUtf8 } from '../files/read-text-file.ts';

interface Options {
  url?: string;
  dryRun?: true;
}

/** `contacts import` */
export function contactsImport(): Command {
  const command = new Command('import')
    .description('Replaces the contacts of the sites that a list names; other sites keep theirs')
    .argument('<file>', 'a CSV list; docs/operations.md has its columns')
    .option('--dry-run', 'says what would change, and changes nothing');
  return withUrl(command).action(importContacts);
}

async function importContacts(file: string, { url, dryRun }: Options): Promise<void> {
  const client = await openClient(url);
  const csv = await readUtf8(file);
  const standing = await client.get<SiteContacts[]>('/contacts');
  const bySlug = new Map(standing.map((one) => [one.site, one]));
  const listed = await readContactLists(file, csv, new Set(bySlug.keys()));
  const changes = listed.flatMap((list) => changeOf(list, bySlug.get(list.site)));
  for (const { site, contacts, before } of changes) {
    console.log(`${site}: contacts ${before} → ${contacts.length}`);
  }
  const same = listed.length - changes.length;
  if (same > 0) console.log(`${same} have these contacts already.`);
  if (dryRun) return console.log(`${changes.length} sites would change; nothing is written.`);
  if (changes.length > 0) {
    const body = changes.map(({ site, version, contacts }) => ({ site, version, contacts }));
    await client.write('PUT', '/contacts', { body });
  }
  console.log(`${changes.length} sites changed.`);
}

function changeOf({ site, contacts }: ListedContacts, standing: SiteContacts | undefined) {
  if (!standing || isDeepStrictEqual(contacts, standing.contacts)) return [];
  return [{ site, contacts, version: standing.version, before: standing.contacts.length }];
}
