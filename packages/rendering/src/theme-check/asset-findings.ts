import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesOf, isAsset } from '../theme-assets.ts';
import { error, type Finding, warning } from './finding.ts';

const MOST_BYTES = 100_000;
const MOST_FONT_BYTES = 30_000;

/** What is wrong with the files beside a theme's styles. */
export function assetFindings(dir: string): Finding[] {
  const files = filesOf(dir).filter((file) => !file.endsWith('.css'));
  const fonts = files.filter((file) => extname(file) === '.woff2').map((file) => sizeOf(dir, file));
  const weight = fonts.reduce((sum, size) => sum + size, 0);
  const heavy = `fonts weigh ${weight} bytes; a script has at most ${MOST_FONT_BYTES}, else system fonts do`;
  return [
    ...files.flatMap((file) => fileFindings(dir, file)),
    ...(weight > MOST_FONT_BYTES ? [warning('assets/*.woff2', heavy)] : []),
  ];
}

function fileFindings(dir: string, name: string): Finding[] {
  const file = `assets/${name}`;
  if (!isAsset(name)) return [warning(file, 'is of a kind that is not served')];
  const size = sizeOf(dir, name);
  const findings =
    size > MOST_BYTES ? [warning(file, `weighs ${size} bytes; ${MOST_BYTES} are meant to do`)] : [];
  const isActive =
    extname(name) === '.svg' &&
    /<script|\son\w+\s*=|javascript:/i.test(readFileSync(join(dir, file), 'utf8'));
  return isActive ? [...findings, error(file, 'holds a script')] : findings;
}

const sizeOf = (dir: string, name: string) => statSync(join(dir, 'assets', name)).size;
