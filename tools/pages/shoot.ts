import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../browser-find.ts';

export interface View {
  /** The end of its file's name. */
  name: string;
  path: string;
}

export interface Size {
  width: number;
  height: number;
  /** The language that the browser asks for. */
  locale: string;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

/** Takes a picture of what is first seen of each page; returns the files, in order, whose names begin with `prefix`. */
export async function shoot(
  browser: Browser,
  origin: string,
  views: readonly View[],
  { width, height, locale }: Size,
  prefix: string,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
  const files: string[] = [];
  for (const { name, path } of views) {
    const file = `${prefix}-${name}.png`;
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
  const cell = (path: string) =>
    `<img src="data:image/png;base64,${readFileSync(path, 'base64')}" width="${thumb}">`;
  const html = rows.map((row) => `<div>${row.map(cell).join('')}</div>`).join('');
  const style = 'body{margin:0;padding:8px;width:max-content;background:#888}div{display:flex;gap:8px}';
  const page = await browser.newPage();
  await page.setContent(`<style>${style}div+div{margin-top:8px}</style>${html}`, { waitUntil: 'load' });
  await page.locator('body').screenshot({ path: file, type: 'jpeg', quality: 60 });
  await page.close();
}
