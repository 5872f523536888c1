import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What each package may import of ours; an arrow only ever points down. */
const ALL_MAY_IMPORT = ['database', 'problems'];
const MAY_IMPORT: Record<string, string[]> = {
  'packages/database': [],
  'packages/languages': [],
  'packages/problems': [],
  'packages/rendering': ['languages'],
  'packages/changes': [],
  'packages/audit': [],
  'packages/outbound': [],
  'packages/jobs': [],
  'packages/mail': ['jobs', 'audit', 'languages'],
  'packages/accounts': ['audit'],
  'packages/sites': ['changes', 'audit', 'languages'],
  'packages/media': ['sites', 'changes', 'audit', 'languages'],
  'packages/posts': ['sites', 'media', 'changes', 'audit', 'languages', 'rendering'],
  'packages/sync': ['posts', 'sites', 'media', 'changes', 'audit', 'languages', 'outbound'],
  'packages/alerts': ['sync', 'sites', 'changes', 'audit', 'languages'],
  'packages/timeline': ['posts', 'sync', 'sites', 'languages'],
};

/** Libraries with one home each. */
const HOME: Record<string, string[]> = {
  fastify: ['apps/content-service'],
  '@fastify/view': ['apps/content-service'],
  '@milkdown/kit': ['apps/content-service'],
  'tus-js-client': ['apps/content-service'],
  '@tus/server': ['apps/content-service'],
  '@tus/file-store': ['apps/content-service'],
  esbuild: ['apps/content-service'],
  pg: ['packages/database'],
  '@electric-sql/pglite': ['packages/database'],
  marked: ['packages/rendering'],
  'sanitize-html': ['packages/rendering'],
  eta: ['packages/rendering'],
  sharp: ['packages/media'],
  'pg-boss': ['packages/jobs'],
  nodemailer: ['packages/mail'],
  undici: ['apps/content-service', 'packages/outbound'],
  'ipaddr.js': ['packages/outbound'],
};

const MOST_LINES = 250;
const problems: string[] = [];

for (const file of globSync('{apps,packages}/*/package.json')) {
  const folder = dirname(file);
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) checkDependency(folder, name);
}
for (const file of globSync('{apps,packages,migrations,tools,themes}/**/*.{ts,eta,css}')) {
  if (file.includes('node_modules')) continue;
  const source = readFileSync(file, 'utf8');
  const lines = source.split('\n').length - 1;
  if (lines > MOST_LINES) problems.push(`${file} has ${lines} lines; split it (at most ${MOST_LINES})`);
  const reach = /from '((?:\.\.\/)+(?:apps|packages)\/[^']+)'/.exec(source);
  if (reach && !file.startsWith('tools/'))
    problems.push(`${file} reaches into ${reach[1]}; import the package`);
}

function checkDependency(folder: string, name: string): void {
  if (HOME[name] && !HOME[name].includes(folder)) {
    problems.push(`${folder} depends on ${name}, whose home is ${HOME[name].join(', ')}`);
  }
  if (!name.startsWith('@warta/')) return;
  const noun = name.slice('@warta/'.length);
  const allowed = folder.startsWith('apps/')
    ? Object.keys(MAY_IMPORT).map((p) => p.slice(9))
    : MAY_IMPORT[folder];
  if (!allowed) problems.push(`${folder} is not in the table of packages; decide what it may import`);
  else if (!ALL_MAY_IMPORT.includes(noun) && !allowed.includes(noun))
    problems.push(`${folder} may not import ${name}`);
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
