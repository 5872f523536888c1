import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkTheme, type Finding } from '@warta/rendering/theme-check';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { fileAt } from '../files/file-at.ts';
import { readSettings } from '../settings.ts';

/** `theme check` */
export function themeCheck(): Command {
  return new Command('check')
    .description('Draws every page of a theme with much and with little in it, and says what is wrong')
    .argument('<folder>', 'the theme’s folder; its parents stand beside it or in THEMES_DIR')
    .option('--json', 'what was found, for programs')
    .addHelpText('after', 'Ends with 1 where there is an error; docs/themes.md has what is looked for.')
    .action(check);
}

function check(name: string, { json }: { json?: true }): void {
  const folder = fileAt(name);
  if (!existsSync(join(folder, 'theme.json'))) throw new CliError(`${name}: there is no theme.json in it`);
  const found = checkTheme(folder, readSettings().themesDir);
  const errors = found.filter(({ level }) => level === 'error').length;
  if (errors > 0) process.exitCode = 1;
  const summary = `${name}: ${errors} errors, ${found.length - errors} warnings.`;
  console.log(json ? JSON.stringify(found, null, 2) : [...found.map(lineOf), summary].join('\n'));
}

const lineOf = ({ level, file, message }: Finding) => `${level.padEnd(7)}  ${file}: ${message}`;
