import { ensureTemplates } from '@warta/alerts';
import { saveContacts } from '@warta/sites';
import { actor, type TestService, until } from '../support.ts';

export interface Released {
  id: string;
  number: number;
  version: number;
}

/** An alert for the missions in Japan, with anything set otherwise; the words of an earthquake are its own. */
export const quake = (set: object = {}) => ({
  template: 'earthquake',
  area: { countries: ['JP'] },
  texts: [
    { locale: 'id', heading: 'Gempa kuat di Jepang', body: 'Tetap di luar gedung.' },
    { locale: 'en', heading: 'Strong earthquake in Japan', body: 'Stay outside.' },
  ],
  expiry: { hours: 6 },
  ...set,
});

/** The templates, and numbers that nobody has for Tokyo and the ministry. */
export async function prepare({ database: { db } }: Pick<TestService, 'database'>): Promise<void> {
  await ensureTemplates(db, actor);
  const number = (value: string) => ({
    ...{ kind: 'phone' as const, purpose: 'emergency' as const, value, label: {} },
    hours: { kind: 'always' as const },
  });
  await saveContacts(db, actor, [
    { site: 'tokyo', version: 1, contacts: [number('+442079460101')] },
    { site: 'kemlu', version: 1, contacts: [number('+442079460100')] },
  ]);
}

/** Drafts and releases; answers once readers of this node have it. */
export async function release({ call }: Pick<TestService, 'call'>, body: object): Promise<Released> {
  const draft = await call('POST', '/alerts', body);
  if (draft.status !== 201) throw new Error(draft.body);
  return sign({ call }, draft.json());
}

export async function sign(
  { call }: Pick<TestService, 'call'>,
  { id, version }: { id: string; version: number },
): Promise<Released> {
  const reason = { reason: 'Nobody else is awake.' };
  const answer = await call('POST', `/alerts/${id}/release`, reason, { 'if-match': `"${version}"` });
  if (answer.status !== 200) throw new Error(answer.body);
  return answer.json();
}

/** What the ledger says, once nothing of it is pending. */
export const proof = ({ call }: Pick<TestService, 'call'>, { id }: { id: string }) =>
  until(
    async () => (await call('GET', `/alerts/${id}/deliveries`)).json(),
    (deliveries) => deliveries.pending === 0,
  );
