import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../browser-find.ts';

export interface View {
  /** What is told under it, and the name of its file. */
  name: string;
  path: string;
}

export interface Size {
  width: number;
  height: number;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

/** Takes a picture of what is first seen of each page; returns the files, in order. */
export async function shoot(
  browser: Browser,
  origin: string,
  views: readonly View[],
  { width, height }: Size,
  dir: string,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  const files: string[] = [];
  for (const { name, path } of views) {
    const file = join(dir, `${name}-${width}.png`);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: file });
    files.push(file);
  }
  await page.close();
  return files;
}

/** Lays pictures out as rows of one sheet, each `thumb` pixels wide, and keeps it as a JPEG. */
export async function layOut(
  browser: Browser,
  rows: readonly (readonly string[])[],
  thumb: number,
  file: string,
): Promise<void> {
  const cell = (path: string) => `<img src="${pathToFileURL(path)}" width="${thumb}">`;
  const html = rows.map((row) => `<div>${row.map(cell).join('')}</div>`).join('');
  const style = 'body{margin:8px;width:max-content;background:#888}div{display:flex;gap:8px;margin:0 0 8px}';
  const page = await browser.newPage();
  await page.goto(pathToFileURL(rows[0]?.[0] ?? '').href); // a page that may load other files
  await page.setContent(`<style>${style}</style>${html}`, { waitUntil: 'load' });
  await page.locator('body').screenshot({ path: file, type: 'jpeg', quality: 60 });
  await page.close();
}
