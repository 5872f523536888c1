import { Readable } from 'node:stream';
import { findPerson, listPeople } from '@warta/accounts';
import { type AuditLine, findAudit, recordAudit, walkAudit } from '@warta/audit';
import { formatDateTime } from '@warta/languages';
import { listSites, type Site } from '@warta/sites';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { JAKARTA } from '../../jakarta.ts';
import { type Filters, filters, KINDS } from '../../log/filters.ts';
import { forSite } from '../../log/for-site.ts';
import { queryOf, siteAsked } from '../../log/query-of.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { auditCsv } from './audit-csv.ts';
import { changesIn } from './changes-in.ts';

const PAGE = 50;

interface Place {
  base: string;
  config: { permission: 'audit:read' | 'site-audit:read' };
}

/** Who did what: on one site, or on the whole network; also as a list for a spreadsheet. */
export const auditRoutes: DeskRoutes = (app, context) => {
  placeRoutes(app, context, { base: '/audit', config: { permission: 'audit:read' } });
  placeRoutes(app, context, { base: '/sites/:site/audit', config: { permission: 'site-audit:read' } });
};

function placeRoutes(app: FastifyInstance, { database }: DeskContext, { base, config }: Place): void {
  const { db } = database;

  app.get(base, { config }, async (request, reply) => {
    const asked = filters.parse(request.query);
    const query = { ...(await queryOf(db, request.site, asked)), after: asked.after, limit: PAGE + 1 };
    const found = await findAudit(db, query);
    return page(request, reply, asked, found);
  });

  app.get(`${base}.csv`, { config }, async (request, reply) => {
    const asked = filters.parse(request.query);
    const query = await queryOf(db, request.site, asked);
    const { after, ...shown } = asked;
    const site = request.site;
    await db.transaction().execute((trx) =>
      recordAudit(trx, actorOf(request), {
        action: 'audit.export',
        subject: site ? `site:${site.slug}` : 'network',
        ...(site && { site: site.id }),
        after: shown,
      }),
    );
    const sites = await slugsOf(site);
    return reply
      .header('content-disposition', `attachment; filename="log-${site?.slug ?? 'warta'}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(auditCsv(walkAudit(db, query), { site, sites, zone: query.timeZone })));
  });

  async function page(request: FastifyRequest, reply: FastifyReply, asked: Filters, found: AuditLine[]) {
    const lang = deskLanguage(request);
    const zone = (await siteAsked(db, request.site, asked))?.timezone ?? JAKARTA;
    const time = (at: Date) => formatDateTime(at, lang, zone);
    const { site } = request;
    const lines = found.slice(0, PAGE);
    const people = await namesOf(lines);
    const sites = await slugsOf(site);
    return reply.draw('audit/audit', 'ways.audit', {
      time,
      lines: lines.map((line) => ({
        ...line,
        who: (line.person && people.get(line.person)) ?? line.actor,
        whom: people.get(line.subject.replace(/^person:/, '')),
        where: line.site && sites.get(line.site),
        changes: changesIn(forSite(line, site), { t: deskWords(lang), sites, time }),
      })),
      next: found.length > PAGE ? lines.at(-1)?.id : undefined,
      kinds: KINDS,
      asked,
      people: site ? await listPeople(db, site.id) : [],
      sites: site ? [] : await listSites(db),
      here: request.url.split('?')[0],
    });
  }

  async function namesOf(lines: readonly AuditLine[]): Promise<Map<string, string>> {
    const ids = lines.flatMap(({ person, subject }) => [person ?? '', subject.replace(/^person:/, '')]);
    const known = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
    const people = await Promise.all(known.map((id) => findPerson(db, id)));
    return new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
  }

  async function slugsOf(site: Site | null): Promise<Map<string, string>> {
    const sites = site ? [site] : await listSites(db);
    return new Map(sites.map(({ id, slug }) => [id, slug]));
  }
}
