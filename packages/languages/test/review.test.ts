import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { CATALOGUES, directionOf, endonym } from '../src/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/languages.md'), 'utf8');

/** What somebody in distress, or their family, must not misread. */
const EMERGENCY = [
  'help.label',
  'help.heading',
  'help.hotline',
  'help.call',
  'help.unknown',
  'contact.purpose.emergency',
  'alert.extreme',
  'alert.severe',
  'alert.practice',
  'alert.there',
  'alert.home',
  'alert.over.heading',
];

/** The rows of the table under a heading, each as its cells. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`${heading}\n`);
  const lines = section.split(/\n#/, 1)[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}

t.test('the page on languages says of each catalogue whether a speaker has reviewed it', async (t) => {
  t.same(
    tableUnder('## What there is'),
    [...CATALOGUES.values()].map(({ locale, reviewed }) => [
      `\`${locale}\``,
      endonym(locale),
      directionOf(locale) === 'rtl' ? 'right to left' : 'left to right',
      reviewed ? 'yes' : 'not yet',
    ]),
  );
});

t.test('it shows the emergency strings as readers get them, in every language', async (t) => {
  for (const key of EMERGENCY) {
    t.same(
      tableUnder(`### \`${key}\``),
      [...CATALOGUES.values()].map(({ locale, messages }) => [`\`${locale}\``, messages.get(key)]),
      key,
    );
  }
  const shown = [...page.matchAll(/^### `(.+)`$/gm)].map(([, key]) => key);
  t.same(shown, EMERGENCY);
});
