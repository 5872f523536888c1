import { DomainError } from '@warta/problems';
import { findSite, listSites, type Site, type SiteChange } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { setSite } from '../../set-site.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors } from '../frame/forms.ts';
import { markOf } from '../frame/mark.ts';
import { plainFields } from '../frame/rows.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { drawLook } from './draw-look.ts';
import { labelsIn } from './labels.ts';
import { pictureRoutes } from './pictures.ts';
import { type Difference, differences, type Fields, type Section, settingsOf } from './section.ts';
import { categories } from './sections/categories.ts';
import { languages } from './sections/languages.ts';
import { look } from './sections/look.ts';
import { menu } from './sections/menu.ts';
import { review } from './sections/review.ts';
import { social } from './sections/social.ts';
import { status } from './sections/status.ts';

const SECTIONS: readonly Section[] = [status, look, menu, categories, languages, review, social];
/** How often a save is tried again when something else of the site was saved in the same moment. */
const TRIES = 3;

/** What a form shows: as it stands, or as it was sent with what stands against it. */
interface Shown {
  fields: Fields;
  errors?: Errors;
  conflict?: Difference[];
  /** What whoever began saw, where that is not what stands. */
  mark?: string;
  /** A page of readers, drawn with what is not saved yet. */
  preview?: string;
}

/** The settings of a site, a few on a page, each page saved on its own. */
export const settingsRoutes: DeskRoutes = (app, context) => {
  const { database, pages, validateLook } = context;
  const { themes } = pages;
  const { db } = database;
  const options = { config: { permission: 'settings:write' as const } };

  app.get('/sites/:site/settings', options, async (request, reply) => {
    const site = siteOf(request);
    return reply.draw('settings/settings', 'settings.title', {
      theme: themes.get(site.theme)?.title ?? site.theme,
    });
  });

  pictureRoutes(app, context);
  for (const section of SECTIONS) sectionRoutes(section);
  previewRoutes();

  function sectionRoutes(section: Section): void {
    const path = `/sites/:site/settings/${section.name}`;

    app.get(path, options, async (request, reply) => {
      const site = siteOf(request);
      return page(section, request, reply, site, { fields: section.fields(settingsOf(site)) });
    });

    app.post(path, options, async (request, reply) => {
      const { mark = '', _csrf, ...fields } = plainFields((request.body ?? {}) as Fields);
      return answerForm(
        request,
        reply,
        async () => save(section, request, reply, { mark, fields }),
        async (errors) => page(section, request, reply, siteOf(request), { fields, errors }),
      );
    });
  }

  /** The look as readers would have it: the form comes again as it was sent, with the page below; nothing is saved. */
  function previewRoutes(): void {
    const path = '/sites/:site/settings/look';
    app.get(`${path}/preview`, options, async (request, reply) =>
      reply.redirect(`/desk/sites/${siteOf(request).slug}/settings/look`, 303),
    );
    app.post(`${path}/preview`, options, async (request, reply) => {
      const { mark = '', _csrf, ...fields } = plainFields((request.body ?? {}) as Fields);
      const site = siteOf(request);
      return answerForm(
        request,
        reply,
        async () => {
          const preview = await drawLook(context, site, look.read(fields, site, themes));
          return page(look, request, reply, site, { fields, mark, preview });
        },
        async (errors) => page(look, request, reply, site, { fields, mark, errors }),
      );
    });
  }

  async function save(
    section: Section,
    request: FastifyRequest,
    reply: FastifyReply,
    sent: { mark: string; fields: Fields },
  ): Promise<FastifyReply> {
    for (let tries = 1; ; tries += 1) {
      const site = (await findSite(db, siteOf(request).slug)) as Site;
      const standing = section.fields(settingsOf(site));
      const change = section.read(sent.fields, site, themes);
      const mine = section.fields({ ...settingsOf(site), ...given(change) });
      const conflict = differences(mine, standing);
      if (conflict.length === 0) break;
      if (markOf(standing) !== sent.mark) {
        return page(section, request, reply.code(409), site, { fields: sent.fields, conflict });
      }
      if (await saved(request, site, change, tries)) break;
    }
    return reply.redirect(`/desk/sites/${siteOf(request).slug}/settings?said=saved`, 303);
  }

  /** False where the site was changed in the same moment, so that it has to be looked at again. */
  async function saved(request: FastifyRequest, { slug, version }: Site, change: SiteChange, tries: number) {
    try {
      await setSite(database, actorOf(request), slug, change, { version, validateLook });
      return true;
    } catch (error) {
      const isStale = error instanceof DomainError && error.code === 'stale-version';
      if (isStale && tries < TRIES) return false;
      throw error;
    }
  }

  async function page(
    section: Section,
    request: FastifyRequest,
    reply: FastifyReply,
    site: Site,
    { fields, errors = {}, conflict = [], mark, preview }: Shown,
  ) {
    const lang = deskLanguage(request);
    const sites = section.name === 'status' ? await listSites(db) : [];
    const labels = labelsIn(deskWords(lang), lang);
    return reply.draw(`settings/${section.name}`, `settings.${section.name}`, {
      fields,
      errors,
      conflict,
      preview,
      ...labels,
      mark: mark ?? markOf(section.fields(settingsOf(site))),
      ...section.model?.({ site, sites, themes, fields, lang, labels }),
    });
  }
};

/** What a change gives, without what it leaves out. */
const given = (change: SiteChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
