import type { Role } from '@warta/accounts';
import { findSite } from '@warta/sites';
import Fastify from 'fastify';
import t from 'tap';
import type { Caller } from '../src/desk/session.ts';
import { handleErrors } from '../src/plugins/errors.ts';
import { enforcePolicy } from '../src/plugins/policy.ts';
import { testService } from './support.ts';

type Where = 'own' | 'other' | 'ministry';
const EVERYWHERE: Where[] = ['own', 'other', 'ministry'];
const OWN: Where[] = ['own'];
const MINISTRY: Where[] = ['ministry'];

/**
 * Who may do what, written down by hand: on the site of one's own membership, on another mission's, on the
 * ministry's. `all` stands for what concerns no site. What is not here is denied.
 */
const MATRIX: Record<string, Partial<Record<Role, Where[] | 'all'>>> = {
  'own:manage': {
    contributor: 'all',
    'content-editor': 'all',
    'head-of-site': 'all',
    'technical-officer': 'all',
    'pr-desk': 'all',
    operator: 'all',
    auditor: 'all',
  },
  'sites:write': { operator: 'all' },
  'headlines:write': { operator: 'all', 'pr-desk': 'all' },
  'audiences:preview': { operator: 'all', 'pr-desk': 'all', auditor: 'all' },
  'deliveries:read': { operator: 'all', 'pr-desk': 'all', auditor: 'all' },
  'alerts:read': { operator: 'all', 'pr-desk': 'all', auditor: 'all' },
  'alerts:write': { operator: 'all', 'pr-desk': 'all' },
  'alerts:release': { operator: 'all', 'pr-desk': 'all' },
  'people:manage': { operator: 'all' },
  'audit:read': { operator: 'all', auditor: 'all' },
  'tokens:manage': { operator: 'all' },
  'metrics:read': { operator: 'all', auditor: 'all' },
  'posts:read': {
    contributor: OWN,
    'content-editor': OWN,
    'head-of-site': OWN,
    'technical-officer': OWN,
    'pr-desk': EVERYWHERE,
    operator: EVERYWHERE,
    auditor: EVERYWHERE,
  },
  'posts:write': {
    contributor: OWN,
    'content-editor': OWN,
    'head-of-site': OWN,
    'pr-desk': MINISTRY,
    operator: EVERYWHERE,
  },
  'posts:publish': { 'content-editor': OWN, 'head-of-site': OWN, 'pr-desk': MINISTRY, operator: EVERYWHERE },
  'posts:override': { 'head-of-site': OWN, operator: EVERYWHERE },
  'media:write': {
    contributor: OWN,
    'content-editor': OWN,
    'head-of-site': OWN,
    'technical-officer': OWN,
    'pr-desk': MINISTRY,
    operator: EVERYWHERE,
  },
  'overlays:write': { 'content-editor': OWN, 'head-of-site': OWN, 'pr-desk': MINISTRY, operator: EVERYWHERE },
  'overlays:hide': { 'head-of-site': OWN, operator: EVERYWHERE },
  'alerts:draft': { 'head-of-site': OWN, operator: EVERYWHERE },
  'alerts:second': { 'head-of-site': OWN, operator: EVERYWHERE },
  'contacts:write': {
    'content-editor': OWN,
    'head-of-site': OWN,
    'technical-officer': OWN,
    'pr-desk': MINISTRY,
    operator: EVERYWHERE,
  },
  'settings:write': { 'head-of-site': OWN, 'technical-officer': OWN, operator: EVERYWHERE },
  'members:manage': { 'head-of-site': OWN, operator: EVERYWHERE },
  'site-audit:read': {
    'head-of-site': OWN,
    'technical-officer': OWN,
    operator: EVERYWHERE,
    auditor: EVERYWHERE,
  },
};

const ROLES = Object.keys(MATRIX['own:manage'] ?? {}) as Role[];
const NETWORK: Role[] = ['pr-desk', 'operator', 'auditor'];
const SITES: Record<Where, string> = { own: 'tokyo', other: 'cairo', ministry: 'kemlu' };

t.test('each role may do on each site what is written down, and nothing else', async (t) => {
  const { service, database } = await testService(t);
  const routes = service.app.routeTable.filter(({ permission }) => permission !== 'public');
  t.ok(routes.length > 30, 'the table holds the service’s routes');
  const own = (await findSite(database.db, SITES.own))?.id ?? '';

  const app = Fastify({ exposeHeadRoutes: false });
  handleErrors(app);
  enforcePolicy(app, database);
  app.addHook('onRequest', async (request) => {
    const role = request.headers['x-role'] as Role;
    const membership = { role, site: NETWORK.includes(role) ? null : own };
    request.caller = { memberships: [membership] } as unknown as Caller;
  });
  for (const { method, url, permission } of routes) {
    app.route({ method, url, config: { permission }, handler: async () => 'allowed' });
  }
  t.teardown(() => app.close());

  let cells = 0;
  for (const { method, url, permission } of routes) {
    for (const role of ROLES) {
      for (const where of EVERYWHERE) {
        const path = url.replace(/:site\b/, SITES[where]).replaceAll(/:\w+/g, 'x');
        const { statusCode } = await app.inject({
          method: method as 'GET',
          url: path,
          headers: { 'x-role': role },
        });
        const granted = MATRIX[permission]?.[role];
        const expected = granted === 'all' || granted?.includes(where) ? 200 : 403;
        if (statusCode !== expected) t.equal(statusCode, expected, `${role} on ${where}: ${method} ${url}`);
        cells += 1;
      }
    }
  }
  t.equal(cells, routes.length * ROLES.length * EVERYWHERE.length);
});

t.test('nobody at all may do what is not public', async (t) => {
  const { service } = await testService(t);
  const routes = service.app.routeTable.filter(({ permission }) => permission !== 'public');
  for (const { method, url } of routes) {
    const path = url.replace(/:site\b/, 'tokyo').replaceAll(/:\w+/g, '0');
    const { statusCode, headers } = await service.app.inject({
      method: method as 'GET',
      url: path,
      headers: { host: 'warta.test', accept: 'text/html' },
    });
    const refused =
      statusCode === 401 || (statusCode === 303 && /^\/desk\/sign-in/.test(String(headers.location)));
    if (!refused) t.fail(`${method} ${url} answers ${statusCode}`);
  }
  t.pass(`${routes.length} routes`);
});
