import { isDeepStrictEqual } from 'node:util';
import {
  ContactListError,
  type ContactLists,
  contactText,
  listContacts,
  readContacts,
  saveContacts,
} from '@warta/sites';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { takeFormsWithFiles } from '../../uploads/form-with-files.ts';
import type { DeskContext } from '../context.ts';
import { answerForm, type Errors, readForm, sentIn } from '../frame/forms.ts';
import { markOf } from '../frame/mark.ts';
import { deskLanguage, deskWords, wordsForError } from '../frame/words.ts';
import { listFile } from './list-file.ts';

const list = z.object({ csv: z.string().trim().min(1, 'missing'), mark: z.string().default('') });

interface SiteChange {
  site: string;
  version: number;
  contacts: ContactLists[number]['contacts'];
  added: string[];
  removed: string[];
}

/** The contacts of the whole network from one list: first what would change, then, if it is so, the change. */
export async function importRoutes(app: FastifyInstance, { database: { db } }: DeskContext): Promise<void> {
  await takeFormsWithFiles(app);
  const options = { config: { permission: 'sites:write' as const } };

  app.get('/contacts/import', options, async (_request, reply) => page(reply, {}));

  app.post('/contacts/import/check', options, async (request, reply) =>
    answered(request, reply, async (csv) => checkedPage(reply, csv, false)),
  );

  app.post('/contacts/import/file', options, async (request, reply) => {
    // What was in the file goes on as if it had been pasted, and can be mended there.
    const again = (errors: Errors) => page(reply, { errors });
    const read = async () => {
      request.body = { csv: await listFile(request) };
      return answered(request, reply, async (csv) => checkedPage(reply, csv, false));
    };
    return answerForm(request, reply, read, again);
  });

  app.post('/contacts/import', options, async (request, reply) =>
    answered(request, reply, async (csv, mark) => {
      const changes = await changesOf(csv);
      if (markOf(changes) !== mark) return checkedPage(reply.code(409), csv, true);
      const lists = changes.map(({ site, version, contacts }) => ({ site, version, contacts }));
      if (lists.length > 0) await saveContacts(db, actorOf(request), lists);
      return reply.redirect('/desk/contacts/import?said=contacts-imported', 303);
    }),
  );

  function answered(
    request: FastifyRequest,
    reply: FastifyReply,
    act: (csv: string, mark: string) => Promise<FastifyReply>,
  ) {
    const again = async (errors: Errors) => page(reply, { errors, csv: sentIn(request).csv });
    const read = async () => {
      const { csv, mark } = readForm(list, request);
      return act(csv, mark).catch((error) => {
        if (!(error instanceof ContactListError)) throw error;
        return page(reply.code(422), { csv, wrong: wrongLines(request, error) });
      });
    };
    return answerForm(request, reply, read, again);
  }

  async function checkedPage(reply: FastifyReply, csv: string, isStale: boolean) {
    const changes = await changesOf(csv);
    return page(reply, { csv, changes, mark: markOf(changes), isStale });
  }

  function page(reply: FastifyReply, model: object) {
    const none = { errors: {}, wrong: [], csv: '', changes: undefined, isStale: false };
    return reply.draw('contacts/import', 'import.title', { ...none, ...model });
  }

  async function changesOf(csv: string): Promise<SiteChange[]> {
    const standing = new Map((await listContacts(db)).map((one) => [one.site, one]));
    return readContacts(csv, new Set(standing.keys())).flatMap(({ site, contacts }) => {
      const before = standing.get(site);
      if (!before || isDeepStrictEqual(before.contacts, contacts)) return [];
      const had = before.contacts.map(wordsOf);
      const has = contacts.map(wordsOf);
      const added = has.filter((words) => !had.includes(words));
      const removed = had.filter((words) => !has.includes(words));
      return [{ site, version: before.version, contacts, added, removed }];
    });
  }
}

/** Each value that is wrong in the language of whoever sent the list, with its line and column. */
function wrongLines(request: FastifyRequest, { wrong }: ContactListError): string[] {
  const t = deskWords(deskLanguage(request));
  const lines = wrong.map(({ line, column, message, why, values }) => {
    const field = { field: column, message, ...(why && { why }), ...(values && { values }) };
    return t('import.line', { line, column, wrong: wordsForError(t, field) });
  });
  return [...new Set(lines)];
}

function wordsOf(contact: ContactLists[number]['contacts'][number]): string {
  const words = contact.kind === 'address' ? Object.values(contact.address)[0] : contactText(contact);
  return `${contact.purpose}: ${words}`;
}
