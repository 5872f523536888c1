import Fastify, { type FastifyReply } from 'fastify';
import { BROWSER_PATH, browserAssets } from '../../src/browser-assets.ts';
import { browserWords } from '../../src/browser-words.ts';
import { escaped, type FormPage, formPage } from './editor-page.ts';
import { type Arrived, tusRoutes } from './editor-tus.ts';

/** The policy of the desk, at its strictest. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';";

/** What was autosaved, in the order in which it came. */
export interface Autosaved {
  revision: number | null;
  fields: Record<string, string | string[]>;
}

/** A desk of one form, which answers as its test says. */
export async function startHarness() {
  const assets = await browserAssets();
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 5_000_000 });
  const desk = {
    origin: '',
    /** What the page shows. */
    page: {} as Partial<FormPage>,
    /** What an autosave is answered with. */
    status: 200,
    answer: {} as Record<string, unknown>,
    token: 'token-1',
    autosaved: [] as Autosaved[],
    submitted: [] as Record<string, string>[],
    uploads: [] as Arrived[],
    /** Why uploads are refused, when they are. */
    refusal: undefined as { status: number; message: string } | undefined,
    app,
    close: () => app.close(),
  };

  app.get(`${BROWSER_PATH}:file`, (request, reply) => {
    const { file } = request.params as { file: string };
    const asset = [...assets.values()].find(({ path }) => path === BROWSER_PATH + file);
    if (!asset) return reply.code(404).send();
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset.body);
  });
  app.get('/tokens.css', (_request, reply) => reply.type('text/css').send(TOKENS));
  app.get('/desk/post', (_request, reply) =>
    html(reply, formPage(assets, { ...desk.page, token: desk.token })),
  );
  app.get('/desk/elsewhere', (_request, reply) => html(reply, '<!doctype html><title>Elsewhere</title>'));
  app.get('/desk/words/:locale', ({ params }, reply) =>
    reply.send(browserWords((params as { locale: 'id' | 'en' }).locale)),
  );
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.post('/desk/post', (request, reply) => {
    desk.submitted.push(request.body as Record<string, string>);
    return html(
      reply,
      `<!doctype html><title>Saved</title><pre>${escaped(JSON.stringify(request.body))}</pre>`,
    );
  });
  app.post('/desk/post/autosave', (request, reply) => {
    if (request.headers['x-csrf-token'] !== desk.token) return reply.code(403).send({});
    if (desk.status === 200) desk.autosaved.push(request.body as Autosaved);
    const saved = { savedAt: '2026-11-12T05:05:00.000Z', hash: `hash-${desk.autosaved.length}` };
    return reply.code(desk.status).send({ ...saved, ...desk.answer });
  });
  desk.uploads = tusRoutes(app, () => desk.refusal);
  desk.origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return desk;
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

function html(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(body);
}

const TOKENS = `
:root { color-scheme: light dark; --ink: #1b1714; --paper: #fffdf9; --surface: #f4efe6; --line: #857a6e;
  --accent: #b3261e; --focus: #1a5fb4; --muted: #625a51; --danger: #a3190f; --ok: #1e6b34; --radius: 6px; --space: 0.75rem; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece6dc; --paper: #191613; --surface: #262119; --line: #7d7469;
  --accent: #ff9a8f; --focus: #8ab4f8; --muted: #aaa196; --danger: #ff9a8f; --ok: #7fd493; } }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
label { display: block; margin-block: 1rem 0.25rem; } 
input:not([type=checkbox]), textarea { box-sizing: border-box; width: 100%; padding: 0.6rem; font: inherit; border: 1px solid var(--line); background: var(--paper); color: var(--ink); }
input[type=checkbox] { width: 1.5rem; height: 1.5rem; }
textarea { min-height: 12rem; } button { min-height: 2.75rem; } img { max-width: 100%; }
`;
