import type { DemoService } from '../demo-service.ts';

/** Sites that get the plain theme, one of them with Arabic; the others keep the one they have. */
const PLAIN = ['denhaag', 'riyadh'];

/** Brings the demo network into the states that pages can be in: another theme, an alert that stands, a correction. */
export async function dressNetwork(service: DemoService): Promise<void> {
  for (const site of PLAIN) await giveTheme(service, site, 'base');
  await raiseAlert(service, ['tokyo', 'riyadh']);
  const words = (title: string) => ({
    translations: [{ locale: 'en', title, body: 'Read the **whole** text.' }],
    audience: { all: true },
  });
  const headline = await call(service, 'POST', '/headlines', words('A first version'));
  const corrected = { ...words('A corrected version'), note: 'The date was wrong.' };
  await call(service, 'PUT', `/headlines/${headline.body.id}`, corrected, '"1"');
}

export async function giveTheme(service: DemoService, site: string, theme: string): Promise<void> {
  const { body, etag } = await call(service, 'GET', `/sites/${site}/settings`);
  await call(service, 'PUT', `/sites/${site}/settings`, { ...body, theme }, etag);
}

/** An alert that stands on these sites. */
export async function raiseAlert(service: DemoService, sites: readonly string[]): Promise<void> {
  const wanted = { template: 'earthquake', place: 'Honshu', area: { sites } };
  const { body } = await call(service, 'POST', '/alerts', wanted);
  const reason = 'A look at the pages.';
  await call(service, 'POST', `/alerts/${body.id}/release`, { reason }, `"${body.version}"`);
}

async function call({ url, token }: DemoService, method: string, path: string, body?: object, etag?: string) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(etag && { 'if-match': etag }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return { body: JSON.parse(text), etag: answer.headers.get('etag') ?? '' };
}
