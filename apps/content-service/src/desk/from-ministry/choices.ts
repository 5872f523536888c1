import type { Permission } from '@warta/accounts';
import { momentAt } from '@warta/languages';
import { invalid } from '@warta/problems';
import { PURPOSES, type Site } from '@warta/sites';
import { acknowledgeHeadline, type OverlayInput, saveOverlay } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, readForm } from '../frame/forms.ts';
import { HEADLINE, headlineAt } from './address.ts';
import { headlinePage } from './headline.ts';

interface Choice {
  permission: Permission;
  /** What a form that was sent decides. */
  read: (request: FastifyRequest, site: Site) => OverlayInput;
}

const answer = z.object({ answer: z.enum(['yes', 'no'], 'choose') });
const isYes = (request: FastifyRequest) => readForm(answer, request).answer === 'yes';

/** Each decision is a form of its own, which says how it is to be whatever it was. */
const CHOICES: Record<string, Choice> = {
  taken: { permission: 'overlays:write', read: (request) => ({ taken: isYes(request) }) },
  hidden: { permission: 'overlays:hide', read: (request) => ({ hidden: isYes(request) }) },
  pin: { permission: 'overlays:write', read: readPin },
  unpin: { permission: 'overlays:write', read: () => ({ pinnedUntil: null }) },
  cover: {
    permission: 'overlays:write',
    read: (request) => ({ cover: readForm(picture, request).media }),
  },
  contact: {
    permission: 'overlays:write',
    read: (request) => ({ contact: readForm(contact, request).contact }),
  },
};

const empty = (value: unknown) => value || null;
const picture = z.object({ media: z.preprocess(empty, z.uuid('choose').nullable()) });
const contact = z.object({ contact: z.preprocess(empty, z.enum(PURPOSES, 'choose').nullable()) });
const pin = z.object({ pinnedUntil: z.string().max(30).default('') });
const version = z.object({ version: z.coerce.number().int().min(1) });

function readPin(request: FastifyRequest, { timezone }: Site): OverlayInput {
  const { pinnedUntil } = readForm(pin, request);
  const until = momentAt(pinnedUntil, timezone);
  if (!until) throw invalid({ field: 'pinnedUntil', message: 'is no time', why: 'moment' });
  return { pinnedUntil: until };
}

/** What a mission decides about a headline: to take it, hide it, pin it, its picture, the contacts below it. */
export const choiceRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const [name, { permission, read }] of Object.entries(CHOICES)) {
    app.post(`${HEADLINE}/${name}`, { config: { permission } }, async (request, reply) => {
      const { site, headline, here } = await headlineAt(context, request);
      return answerForm(
        request,
        reply,
        async () => {
          await saveOverlay(db, actorOf(request), site, headline.id, read(request, site));
          return reply.redirect(`${here}?said=${name === 'cover' ? 'picture-put' : 'saved'}`, 303);
        },
        (errors, sent) => headlinePage(context, request, reply, errors, sent),
      );
    });
  }

  app.post(
    `${HEADLINE}/acknowledgment`,
    { config: { permission: 'overlays:write' } },
    async (request, reply) => {
      const { site, headline, here } = await headlineAt(context, request);
      return answerForm(
        request,
        reply,
        async () => {
          const read = readForm(version, request);
          await acknowledgeHeadline(db, actorOf(request), site, headline.id, read.version);
          return reply.redirect(`${here}?said=acknowledged`, 303);
        },
        (errors, sent) => headlinePage(context, request, reply, errors, sent),
      );
    },
  );
};
