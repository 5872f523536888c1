import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFor } from '@warta/languages';
import type { Theme } from '../theme.ts';
import { error, type Finding } from './finding.ts';
import { markupProblems } from './markup-problems.ts';

const KNOWN = [...catalogueFor('en').messages.keys()];
/** What is HTML already: other templates, and the fields that the page models type so. */
const HTML = /^(?:include(?:Async)?\(|it\.(?:body|data)$|(?:[\w.?]+\.)?html$|(?!it\.title$)[\w.?]+\.title$)/;

/** What is wrong with the words of a theme's own templates, each looked at by itself. */
export function templateFindings(theme: Theme): Finding[] {
  return globSync('**/*.eta', { cwd: theme.templatesDir })
    .sort()
    .flatMap((name) => {
      const source = readFileSync(join(theme.templatesDir, name), 'utf8');
      const file = `templates/${name}`;
      const problems = [...compileProblems(theme, source), ...rawProblems(source), ...wordProblems(source)];
      const written = markupProblems(source.replaceAll(/<%[\s\S]*?%>/g, ''));
      return [...problems, ...written].map((message) => error(file, message));
    });
}

function compileProblems({ eta }: Theme, source: string): string[] {
  try {
    eta.compile(source);
    return [];
  } catch (wrong) {
    return [`cannot be compiled: ${(wrong as Error).message.split('\n')[0]}`];
  }
}

function rawProblems(source: string): string[] {
  const raw = [...source.matchAll(/<%~([\s\S]*?)%>/g)].map(([, code = '']) =>
    code.replace(/[-_]$/, '').trim(),
  );
  return raw
    .filter((code) => !HTML.test(code))
    .map((code) => `prints "${code}" raw (<%~), which is no HTML by the page models; print it with <%=`);
}

/** Keys that are put together (`alert.${look}`) are there when any of their form is. */
function wordProblems(source: string): string[] {
  const plain = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  const formed = [...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, form = '']) => form);
  return [
    ...plain.filter((key) => !KNOWN.includes(key)),
    ...formed.filter((form) => !KNOWN.some((key) => patternOf(form).test(key))),
  ].map((key) => `asks for the words "${key}", which no catalogue has`);
}

function patternOf(form: string): RegExp {
  const parts = form.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^(){}|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
