import { newId } from '@warta/database';
import {
  type Autosave,
  CATEGORIES,
  type Draft,
  DraftConflictError,
  findAutosave,
  findDrafts,
  findNotes,
  isPostId,
  NETWORK_TAGS,
  POST_KINDS,
  saveDraft,
} from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { type Errors, errorsIn, type Sent, sentIn } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { callerOf, siteOf } from '../session.ts';
import { POST, TEXT, type TextAddress, textAddress } from './address.ts';
import { compareForms } from './compare.ts';
import { formOf, readDraftForm } from './draft-form.ts';
import { fieldLabels } from './field-labels.ts';
import { one } from './form-fields.ts';

/** Writing: the form of a text, saving it, and what happens when two people do. */
export const editRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'posts:write' as const } };
  const read = { config: { permission: 'posts:read' as const } };

  app.get('/sites/:site/posts/new', write, async (request, reply) => {
    const site = siteOf(request);
    const { kind = 'article' } = request.query as { kind?: string };
    const query = POST_KINDS.some((each) => each === kind) && kind !== 'article' ? `?kind=${kind}` : '';
    return reply.redirect(
      `/desk/sites/${site.slug}/posts/${newId()}/${site.locales[0] ?? 'id'}${query}`,
      303,
    );
  });

  app.get(POST, read, async (request, reply) => {
    const { above, site, post } = textAddress(request);
    const drafts = await findDrafts(db, site.id, post);
    const first = site.locales.find((locale) => drafts.some((draft) => draft.locale === locale));
    if (!first) throw new DomainError('not-found', 'There is no such post on this site.');
    const { said } = request.query as { said?: string };
    return reply.redirect(`${above}/${first}${said ? `?said=${encodeURIComponent(said)}` : ''}`, 303);
  });

  app.get(TEXT, read, async (request, reply) => editPage(context, request, reply));

  app.post(TEXT, write, async (request, reply) => save(request, reply, (here) => `${here}?said=draft-saved`));
  app.post(`${TEXT}/ready`, write, async (request, reply) =>
    save(request, reply, (here) => `${here}/publication`),
  );

  for (const field of ['cover', 'picture', 'poster', 'body']) {
    const query = (here: string) => new URLSearchParams({ for: here, field });
    app.post(`${TEXT}/choose-${field}`, write, async (request, reply) =>
      save(request, reply, (here) => `${textAddress(request).library}?${query(here)}`),
    );
  }

  async function save(request: FastifyRequest, reply: FastifyReply, next: (here: string) => string) {
    const address = textAddress(request);
    try {
      const { input, base, source } = readDraftForm(request, address);
      await saveDraft(db, actorOf(request), address.site, input, { post: address.post, base, source });
      return reply.redirect(next(address.here), 303);
    } catch (error) {
      if (error instanceof DraftConflictError)
        return conflictPage(request, reply.code(409), address, error.theirs);
      if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
      return editPage(context, request, reply.code(422), errorsIn(request, error), sentIn(request));
    }
  }

  /** Both texts side by side: mine as I typed it, theirs as it stands. */
  async function conflictPage(
    request: FastifyRequest,
    reply: FastifyReply,
    address: TextAddress,
    theirs: Draft,
  ) {
    const mine = sentIn(request);
    const other = formOf(theirs, address.site.timezone);
    return reply.draw('posts/conflict', 'conflict.title', {
      ...address,
      mine,
      theirs,
      fields: compareForms(other, mine),
    });
  }
};

/** The form of a text: as it was saved, as it was just sent, or empty. */
export async function editPage(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Errors = {},
  sent?: Sent,
): Promise<FastifyReply> {
  const { db } = context.database;
  const address = textAddress(request);
  const { site, post, locale } = address;
  const drafts = await findDrafts(db, site.id, post);
  const draft = drafts.find((each) => each.locale === locale);
  if (!draft) await refuseUnknown(context, post, drafts);
  const query = request.query as { kind?: string; from?: string };
  const source = drafts.find((each) => each.locale === (query.from ?? draft?.sourceLocale));
  const person = callerOf(request).person;
  const kept = await findAutosave(db, { post, locale, person });
  const saved = draft ? formOf(draft, site.timezone) : blank(site.timezone, query.kind, source ?? drafts[0]);
  return reply.draw(
    'posts/edit',
    named(
      draft?.title,
      drafts.length > 0 ? 'edit.new-translation' : `edit.new-${one(sent?.kind) || one(saved.kind)}`,
    ),
    {
      ...address,
      draft,
      drafts,
      source: source && source.locale !== locale ? source : undefined,
      form: { ...saved, ...sent },
      errors,
      labels: fieldLabels(request, errors),
      unsaved: kept && whatIsUnsaved(kept, draft, saved, locale),
      notes: draft ? await findNotes(db, post) : [],
      kind: one(sent?.kind) || one(saved.kind),
      kinds: POST_KINDS,
      categories: CATEGORIES,
      networkTags: NETWORK_TAGS,
      others: site.locales.filter((each) => each !== locale),
    },
  );
}

/** What was typed upon a state that a colleague has replaced since is offered too: taking it back shows both. */
function whatIsUnsaved(kept: Autosave, draft: Draft | undefined, saved: Sent, locale: string) {
  const changes = compareForms(saved, kept.content, locale);
  const isNewest = kept.base === (draft?.revision ?? null);
  return isNewest || changes.length > 0 ? { ...kept, changes } : undefined;
}

/** A translation begins with everything that the languages share. */
function blank(timezone: string, kind = 'article', from?: Draft): Sent {
  if (!from) return { kind, title: '', summary: '', body: '', _base: '' };
  return { ...formOf(from, timezone), title: '', summary: '', body: '', slug: '', _base: '' };
}

/** A new id is a new post; that of another site's post is not found. */
async function refuseUnknown({ database }: DeskContext, post: string, drafts: Draft[]): Promise<void> {
  if (drafts.length > 0) return;
  if (await isPostId(database.db, post))
    throw new DomainError('not-found', 'There is no such post on this site.');
}
