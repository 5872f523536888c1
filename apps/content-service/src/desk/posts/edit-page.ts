import {
  type Autosave,
  type Draft,
  findAutosave,
  findDrafts,
  findNotes,
  isPostId,
  NETWORK_TAGS,
  POST_KINDS,
} from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeskContext } from '../context.ts';
import type { Errors, Sent } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { callerOf } from '../session.ts';
import { categoriesFor } from './categories-for.ts';
import { compareForms } from './compare.ts';
import { formOf } from './draft-form.ts';
import { fieldLabels } from './field-labels.ts';
import { one } from './form-fields.ts';
import { pageOf, type TextAddress, type WritingPlace } from './writing-place.ts';

/** The form of a text: as it was saved, as it was just sent, or empty. */
export async function editPage(
  context: DeskContext,
  place: WritingPlace,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Errors = {},
  sent?: Sent,
): Promise<FastifyReply> {
  const { db } = context.database;
  const address = await place.addressOf(request);
  const { site, post, locale, of } = address;
  const drafts = await findDrafts(db, site.id, post, of);
  const draft = drafts.find((each) => each.locale === locale);
  if (!draft) await refuseUnknown(context, address, drafts);
  const query = request.query as { kind?: string; from?: string };
  const source = drafts.find((each) => each.locale === (query.from ?? draft?.sourceLocale));
  const person = callerOf(request).person;
  const kept = await findAutosave(db, { post, locale, person });
  const saved = draft ? formOf(draft, site.timezone) : blank(site.timezone, query.kind, source ?? drafts[0]);
  // A headline stands on sites that know nothing of the ministry's own categories.
  const sorting = of === 'headline' ? { ...site, categories: [] } : site;
  return reply.draw(
    place.page,
    named(
      draft?.title,
      drafts.length > 0 ? 'edit.new-translation' : place.newOne(one(sent?.kind) || one(saved.kind)),
    ),
    {
      ...pageOf(request, place, address),
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
      categories: categoriesFor(request, sorting, one(sent?.category ?? saved.category)),
      networkTags: NETWORK_TAGS,
      others: address.locales.filter((each) => each !== locale),
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

/** A new id is a new post; that of another site's post is not found. Headlines are there before their words. */
async function refuseUnknown(
  { database }: DeskContext,
  { of, post }: TextAddress,
  drafts: Draft[],
): Promise<void> {
  if (drafts.length > 0 || of === 'headline') return;
  if (await isPostId(database.db, post))
    throw new DomainError('not-found', 'There is no such post on this site.');
}
