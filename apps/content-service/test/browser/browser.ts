import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';

/** Where the service under test answers; `tools/browser-run.ts` starts it and says so. */
export const ORIGIN = required('WARTA_URL');
export const TOKEN = required('WARTA_TOKEN');
/** Where that service keeps its data: the accounts of the demo are written there. */
export const dataFolder = () => required('WARTA_DATA');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What does not come in this time does not come: a test fails soon, and the next can be seen. */
const LONGEST_WAIT_MS = 15_000;

/** A browser whose windows wait no longer than that for anything. */
export async function launch(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: required('CHROMIUM_PATH'), args: FLAGS });
  browser.on('context', (context) => context.setDefaultTimeout(LONGEST_WAIT_MS));
  return browser;
}

/** What a browser complains of while a page is shown: errors, violations of the policy, failed requests. */
export interface Visit {
  page: Page;
  response: Response;
  complaints: string[];
}

/** Opens an address, lets every picture load, and gathers complaints. A status of 400 or more counts for parts of a page, not for the page itself. */
export async function visit(context: BrowserContext, path: string): Promise<Visit> {
  const url = new URL(path, ORIGIN).href;
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const ownStatus = message.location().url === url && message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !ownStatus) complaints.push(message.text());
  });
  page.on('requestfailed', (request) => {
    complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('response', (part) => {
    if (part.status() >= 400 && part.url() !== url) complaints.push(`${part.url()}: ${part.status()}`);
  });
  const response = await page.goto(url);
  if (!response) throw new Error(`${url} gave no answer`);
  await loadPictures(page);
  return { page, response, complaints };
}

/** Pictures further down load only when they come near; here all of them do, also where no script may wait for them. */
async function loadPictures(page: Page): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS;
  await page.evaluate(`for (const picture of document.images) picture.loading = 'eager'`);
  while (!(await page.evaluate('[...document.images].every(({ complete }) => complete)'))) {
    if (Date.now() > end) throw new Error(`${page.url()} has a picture that does not load`);
    await sleep(20);
  }
}

/** The status that an address answers with. A body left half read would keep the process alive for a minute. */
export async function statusOf(address: string): Promise<number> {
  const { status, body } = await fetch(address);
  await body?.cancel();
  return status;
}

/** Keeps a picture of the whole page in the folder SCREENSHOTS, where one is named. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with "node tools/browser-run.ts".`);
  return value;
}
