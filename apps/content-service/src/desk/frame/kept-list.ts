import type { Permission } from '@warta/accounts';
import { DomainError } from '@warta/problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerForm, type Errors, readForm, sentIn } from './forms.ts';
import { markOf } from './mark.ts';
import { plainFields } from './rows.ts';

/** A form of one thing of a list, as it is drawn. */
export interface ShownForm {
  fields: Record<string, string>;
  errors?: Errors;
  /** Which one of the list it is; absent for a new one. */
  key?: string;
  /** Somebody else has changed it or taken it out since it was opened. */
  isGone?: boolean;
}

/** What a change makes of the list as it stands; undefined where it is right already. */
export type Change<Item> = (all: readonly Item[]) => Item[] | undefined;

interface KeptList<Item> {
  base: string;
  permission: Permission;
  find: (request: FastifyRequest) => Promise<readonly Item[]>;
  change: (request: FastifyRequest, change: Change<Item>) => Promise<void>;
  /** @throws {DomainError} `invalid`, by the form's fields */
  typed: (request: FastifyRequest) => Item;
  fieldsOf: (item: Item) => Record<string, string>;
  /** What a form for a new one begins with. */
  begin: (request: FastifyRequest) => Record<string, string>;
  drawList: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  drawForm: (request: FastifyRequest, reply: FastifyReply, shown: ShownForm) => Promise<FastifyReply>;
}

interface Named {
  Params: { key: string };
}
const move = z.object({ step: z.enum(['up', 'down']) });
/** How often it is tried again when something else was saved in the same moment. */
const TRIES = 3;

/** Which one is meant: its place may change while somebody looks at it. */
export const keyOf = (item: unknown): string => markOf(item);

/** The pages of a list that a site keeps: each of it is added, changed, moved and taken out by itself. */
export function keptListRoutes<Item>(app: FastifyInstance, list: KeptList<Item>): void {
  const { base, change, typed, fieldsOf, drawForm } = list;
  const options = { config: { permission: list.permission } };

  app.get(base, options, list.drawList);

  app.get(`${base}/new`, options, async (request, reply) =>
    drawForm(request, reply, { fields: list.begin(request) }),
  );

  app.post(base, options, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const item = typed(request);
        await change(request, (all) => (has(all, item) ? undefined : [...all, item]));
        return back(request, reply, base);
      },
      (errors, sent) => drawForm(request, reply, { fields: plainFields(sent), errors }),
    ),
  );

  app.get<Named>(`${base}/:key`, options, async (request, reply) => {
    const item = (await list.find(request)).find((each) => keyOf(each) === request.params.key);
    if (!item) throw new DomainError('not-found', 'This was changed or taken out.');
    return drawForm(request, reply, { fields: fieldsOf(item), key: keyOf(item) });
  });

  app.post<Named>(`${base}/:key`, options, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { key } = request.params;
        const item = typed(request);
        let isGone = false;
        await change(request, (all) => {
          const isThere = all.some((each) => keyOf(each) === key);
          isGone = !isThere && !has(all, item);
          return isThere ? all.map((each) => (keyOf(each) === key ? item : each)) : undefined;
        });
        if (!isGone) return back(request, reply, base);
        return drawForm(request, reply.code(409), { fields: fieldsOf(item), isGone });
      },
      (errors, sent) =>
        drawForm(request, reply, { fields: plainFields(sent), errors, key: request.params.key }),
    ),
  );

  app.post<Named>(`${base}/:key/removal`, options, async (request, reply) => {
    await change(request, (all) => all.filter((each) => keyOf(each) !== request.params.key));
    return back(request, reply, base);
  });

  app.post<Named>(`${base}/:key/place`, options, async (request, reply) => {
    const { step } = readForm(move, request);
    await change(request, (all) => moved(all, request.params.key, step));
    return back(request, reply, base);
  });
}

/** Saves again, from what stands then, where something else was saved in the same moment. */
export async function untilFresh(save: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await save();
    } catch (error) {
      const isStale = error instanceof DomainError && error.code === 'stale-version';
      if (!isStale || tries === TRIES) throw error;
    }
  }
}

/** What the form sent, each field once. */
export function typedFields(request: FastifyRequest): Record<string, string> {
  const { _csrf, ...fields } = plainFields(sentIn(request));
  return fields;
}

/** Whether it is there already: what is sent twice is saved once. */
const has = (all: readonly unknown[], item: unknown) => all.some((each) => keyOf(each) === keyOf(item));

function moved<Item>(all: readonly Item[], key: string, step: 'up' | 'down'): Item[] | undefined {
  const from = all.findIndex((each) => keyOf(each) === key);
  const to = from + (step === 'up' ? -1 : 1);
  const item = all[from];
  if (item === undefined || to < 0 || to >= all.length) return undefined;
  return all.toSpliced(from, 1).toSpliced(to, 0, item);
}

function back(request: FastifyRequest, reply: FastifyReply, base: string): FastifyReply {
  const { site } = request.params as { site: string };
  return reply.redirect(`/desk${base.replace(':site', site)}?said=saved`, 303);
}
