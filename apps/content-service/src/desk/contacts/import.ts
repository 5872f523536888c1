import { isDeepStrictEqual } from 'node:util';
import { invalid } from '@warta/problems';
import { type ContactLists, contactText, listContacts, readContacts, saveContacts } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, readForm } from '../frame/forms.ts';
import { markOf } from '../frame/mark.ts';

const list = z.object({ csv: z.string().trim().min(1, 'missing'), mark: z.string().default('') });

interface SiteChange {
  site: string;
  version: number;
  contacts: ContactLists[number]['contacts'];
  added: string[];
  removed: string[];
}

/** The contacts of the whole network from one list: first what would change, then, if it is so, the change. */
export const importRoutes: DeskRoutes = (app, { database: { db } }) => {
  const options = { config: { permission: 'sites:write' as const } };

  app.get('/contacts/import', options, async (_request, reply) => page(reply, {}));

  app.post('/contacts/import/check', options, async (request, reply) =>
    answered(request, reply, async (csv) => checkedPage(reply, csv, false)),
  );

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
    const again = async (errors: Record<string, string>) => {
      const { csv = '' } = (request.body ?? {}) as { csv?: string };
      return page(reply, { errors, csv });
    };
    return answerForm(
      request,
      reply,
      async () => {
        const { csv, mark } = readForm(list, request);
        return act(csv, mark);
      },
      again,
    );
  }

  async function checkedPage(reply: FastifyReply, csv: string, isStale: boolean) {
    const changes = await changesOf(csv);
    return page(reply, { csv, changes, mark: markOf(changes), isStale });
  }

  function page(reply: FastifyReply, model: object) {
    const none = { errors: {}, csv: '', changes: undefined, isStale: false };
    return reply.draw('contacts/import', 'import.title', { ...none, ...model });
  }

  async function changesOf(csv: string): Promise<SiteChange[]> {
    const standing = new Map((await listContacts(db)).map((one) => [one.site, one]));
    return listed(csv, new Set(standing.keys())).flatMap(({ site, contacts }) => {
      const before = standing.get(site);
      if (!before || isDeepStrictEqual(before.contacts, contacts)) return [];
      const had = before.contacts.map(wordsOf);
      const has = contacts.map(wordsOf);
      const added = has.filter((words) => !had.includes(words));
      const removed = had.filter((words) => !has.includes(words));
      return [{ site, version: before.version, contacts, added, removed }];
    });
  }
};

/** @throws {DomainError} `invalid`, with every value that is wrong and its line */
function listed(csv: string, sites: ReadonlySet<string>) {
  try {
    return readContacts(csv, sites);
  } catch (error) {
    throw invalid({ field: 'csv', message: (error as Error).message });
  }
}

function wordsOf(contact: ContactLists[number]['contacts'][number]): string {
  const words = contact.kind === 'address' ? Object.values(contact.address)[0] : contactText(contact);
  return `${contact.purpose}: ${words}`;
}
