import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { PHYSICAL } from '../src/theme-check/style-findings.ts';

const root = join(import.meta.dirname, '../../..');
const sheets = ['themes/*/assets/*.css', 'apps/content-service/src/{desk,browser}/**/*.css'];

t.test('no stylesheet names a side by left or right, which would stand wrong in Arabic', async (t) => {
  const files = globSync(sheets, { cwd: root });
  t.ok(files.length > 20);
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split(/[\n;{]/)
      .filter((line) => PHYSICAL.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  t.same(found, []);
  for (const wrong of ['left: 0', 'margin-left: 1px', ' text-align: right', 'border-top-left-radius: 2px'])
    t.match(wrong, PHYSICAL);
});

t.test('the one arrow that points aside is mirrored', async (t) => {
  const css = globSync('themes/base/assets/*.css', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  t.match(css, /\.menu a\[rel\]::after \{\s*content: "\\2197"/);
  t.match(css, /:dir\(rtl\) > a\[rel\]::after \{\s*transform: scaleX\(-1\)/);
});
