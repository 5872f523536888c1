import { may } from '@warta/accounts';
import { DomainError } from '@warta/problems';
import {
  confirmOverlay,
  findMissionHeadline,
  findOverlay,
  listMissionHeadlines,
  listOverlayVersions,
  MISSION_LISTS,
  type OverlayInput,
  overlayInput,
  type SavedOverlay,
  saveOverlay,
} from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, optionalVersion, problems, siteNamed, typed } from './context.ts';
import { missionHeadlinesAnswer, overlayAnswer, overlayVersions } from './overlay-schemas.ts';

const HEADLINES = '/sites/:site/headlines';
const OVERLAY = `${HEADLINES}/:id/overlay`;
const siteParams = z.object({ site: z.string() });
const params = siteParams.extend({ id: z.uuid('is not the id of a headline') });

/** What a mission does with what the ministry has sent to it. */
export function overlayRoutes(app: FastifyInstance, context: ApiContext): void {
  const { database } = context;
  const { db } = database;

  typed(app).get(
    HEADLINES,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['headlines'],
        summary: 'What the ministry has sent to a site and what the site made of it, the last changed first',
        params: siteParams,
        querystring: z.object({
          list: z.enum(MISSION_LISTS).optional(),
          words: z.string().trim().max(100).optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
        response: { 200: missionHeadlinesAnswer, ...problems },
      },
    },
    async (request) => {
      const site = await siteNamed(context, request.params.site);
      return listMissionHeadlines(db, site.id, request.query);
    },
  );

  typed(app).get(
    OVERLAY,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['headlines'],
        summary: 'What a site has added to a headline; version 0 where it has added nothing',
        params,
        response: { 200: overlayAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { site, id } = await addressed(request);
      const overlay = await findOverlay(db, site.id, id);
      return reply.header('etag', `"${overlay.version}"`).send(overlay);
    },
  );

  typed(app).put(
    OVERLAY,
    {
      config: { permission: 'overlays:write' },
      schema: {
        tags: ['headlines'],
        summary:
          'Sets what one site decides about a headline and adds to it; the official text stays as it is',
        description:
          'What is left out stays as it is. Needs If-Match: "<version of the overlay>" ("0" where there is none) ' +
          'for more than taken and hidden. Hiding is for the head of the site.',
        params,
        body: overlayInput,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const site = await siteNamed(context, request.params.site);
      refuseHiding(request, request.body);
      const expected = versionFor(request, request.body);
      return once<SavedOverlay>(
        database,
        request,
        reply,
        (also) =>
          saveOverlay(db, actorOf(request), site, request.params.id, request.body, { expected, also }),
        ({ version }) => ({ status: 204, headers: { etag: `"${version}"` }, response: null }),
      );
    },
  );

  typed(app).post(
    `${OVERLAY}/confirmation`,
    {
      config: { permission: 'overlays:write' },
      schema: {
        tags: ['headlines'],
        summary: 'Says that what a site has added still fits a headline that was corrected',
        params,
        body: z.strictObject({
          headlineVersion: z.int().min(1).describe('the version of the headline that was looked at'),
        }),
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { site, id } = await addressed(request);
      const { version } = await confirmOverlay(db, actorOf(request), site, id, request.body.headlineVersion);
      return reply.code(204).header('etag', `"${version}"`).send(null);
    },
  );

  typed(app).get(
    `${OVERLAY}/versions`,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['headlines'],
        summary: 'Every state of what a site has added to a headline, the newest first',
        params,
        response: { 200: overlayVersions, ...problems },
      },
    },
    async (request) => {
      const { site, id } = await addressed(request);
      return listOverlayVersions(db, site.id, id);
    },
  );

  async function addressed(request: { params: z.output<typeof params> }) {
    const site = await siteNamed(context, request.params.site);
    const headline = await findMissionHeadline(db, site.id, request.params.id);
    if (!headline) throw new DomainError('not-found', 'There is no such headline for this site.');
    return { site, id: headline.id };
  }
}

function refuseHiding({ token, site }: FastifyRequest, { hidden }: OverlayInput): void {
  if (hidden === undefined || (token && site && may(token, 'overlays:hide', site))) return;
  throw new DomainError('forbidden', 'Hiding a headline is for the head of the site (overlays:hide).');
}

/** Taking and hiding are the same whatever stood before; words are not. */
function versionFor(request: FastifyRequest, { taken: _, hidden: __, ...more }: OverlayInput) {
  return Object.keys(more).length > 0 ? expectedVersion(request) : optionalVersion(request);
}
