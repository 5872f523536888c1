import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  subType?: string;
  url: string;
  message: string;
  lastLine?: number;
}

export interface Checked {
  pages: number;
  faults: string[];
}

/** Holds the pages at these addresses against the HTML standard (the Nu checker, which runs on Java). */
export async function checkHtml(urls: readonly string[]): Promise<Checked> {
  const dir = mkdtempSync(join(tmpdir(), 'warta-html-'));
  try {
    const pages: string[] = [];
    for (const url of urls) {
      const answer = await fetch(url, { headers: { accept: 'text/html' } });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      writeFileSync(join(dir, `${pages.length}.html`), await answer.text());
      pages.push(url);
    }
    return { pages: pages.length, faults: await judge(dir, pages) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function judge(dir: string, pages: readonly string[]): Promise<string[]> {
  const jar = join(import.meta.dirname, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const files = pages.map((_, index) => join(dir, `${index}.html`));
  const { stderr } = await run('java', ['-Xss4m', '-jar', jar, '--format', 'json', ...files]);
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ url, message, lastLine, type, subType }) => {
      const page = pages[Number(/(\d+)\.html$/.exec(url)?.[1])] ?? url;
      return `${page}:${lastLine ?? ''} ${subType ?? type}: ${message}`;
    });
}
