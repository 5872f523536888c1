import type { Words } from '@warta/database';
import { slugify } from '@warta/languages';
import { DomainError } from '@warta/problems';
import { bestWords, type Group, groupInput, groupKey, listGroups, REGIONS } from '@warta/sites';
import { changeGroup, dropGroup } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { checked } from '../frame/checked.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { deskLanguage } from '../frame/words.ts';
import { listMissions } from './compose/reach.ts';

const NAMES = ['id', 'en'] as const;
const form = z.object({
  'name.id': z.string().trim().default(''),
  'name.en': z.string().trim().default(''),
  sites: z.union([z.string(), z.array(z.string())]).default([]),
  _version: z.coerce.number().int().nonnegative().default(0),
});
const removal = z.object({ _version: z.coerce.number().int().positive() });

/** Missions under one name, for audiences. */
export const groupRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'deliveries:read' as const } };
  const write = { config: { permission: 'headlines:write' as const } };

  app.get('/headlines/groups', read, async (request, reply) => {
    const lang = deskLanguage(request);
    const groups = (await listGroups(db)).map((group) => ({ ...group, called: nameOf(group, lang) }));
    return reply.draw('headlines/groups', 'groups.title', { groups });
  });

  app.get('/headlines/groups/:key', read, async (request, reply) => page(request, reply));

  app.post<{ Params: { key: string } }>('/headlines/groups/:key', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const given = readForm(form, request);
        const name = wordsOf(given);
        const isNew = request.params.key === 'new';
        const key = checked(
          groupKey,
          isNew ? slugify(Object.values(name)[0] ?? '') : request.params.key,
          () => 'name-en',
        );
        const input = checked(groupInput, { name, sites: [given.sites].flat() }, ([field]) =>
          field === 'name' ? 'name-en' : 'sites',
        );
        await changeGroup(db, actorOf(request), key, input, isNew ? null : given._version);
        return reply.redirect('/desk/headlines/groups?said=saved', 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post<{ Params: { key: string } }>('/headlines/groups/:key/removal', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { _version } = readForm(removal, request);
        await dropGroup(db, actorOf(request), request.params.key, _version);
        return reply.redirect('/desk/headlines/groups?said=group-removed', 303);
      },
      (errors) => page(request, reply, errors),
    ),
  );

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent?: Sent) {
    const { key } = request.params as { key: string };
    const lang = deskLanguage(request);
    const group = (await listGroups(db)).find((each) => each.key === key);
    if (!group && key !== 'new') throw new DomainError('not-found', 'There is no such group.');
    const missions = await listMissions(context, lang);
    return reply.draw('headlines/group', group ? { words: nameOf(group, lang) } : 'groups.new', {
      ...{ group, errors, key, names: NAMES },
      form: sent ?? Object.fromEntries(NAMES.map((each) => [`name.${each}`, group?.name[each] ?? ''])),
      picked: sent ? [sent.sites ?? []].flat() : (group?.sites ?? []),
      regions: [...REGIONS, null].map((region) => ({
        region,
        missions: missions.filter((mission) => mission.region === region),
      })),
    });
  }
};

const nameOf = ({ name, key }: Group, lang: string) => bestWords(name, lang)?.text ?? key;

const wordsOf = (given: z.output<typeof form>): Words =>
  Object.fromEntries(NAMES.flatMap((each) => (given[`name.${each}`] ? [[each, given[`name.${each}`]]] : [])));
