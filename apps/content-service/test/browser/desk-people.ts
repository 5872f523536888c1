import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'otplib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { dataFolder, ORIGIN } from './browser.ts';
import { Officer, optionsFor, PASSWORD, WIDTHS, type Width } from './desk.ts';

/** Invites somebody as the operator does at the desk, and gives the link that is passed on. */
export async function invite(browser: Browser, site: string, role: string, name: string): Promise<Invited> {
  const operator = await operatorIn(browser);
  const email = `${role}.${randomBytes(4).toString('hex')}@example.org`;
  await operator.open(`/desk/sites/${site}/people`);
  await operator.fill('Name', name);
  await operator.fill('E-mail address', email);
  await operator.choose('Role', role);
  await operator.choose('Language of the desk', 'en');
  await operator.press('Invite somebody');
  const link = await operator.page.locator('#link').innerText();
  await operator.page.context().close();
  return { link, email };
}

export interface Invited {
  link: string;
  email: string;
}

/** Opens the link of an invitation and chooses a password. */
export async function accept(officer: Officer, { link }: Invited): Promise<void> {
  await officer.open(link);
  await officer.fill('New password', PASSWORD);
  await officer.fill('The password once more', PASSWORD);
  await officer.press('Open the account');
}

/** Sets up the second factor with the key that the page shows, and gives the backup codes. */
export async function enrol(officer: Officer): Promise<string[]> {
  const secret = (await officer.page.locator('ol code').innerText()).replaceAll(' ', '');
  await officer.fill('Six-digit code', await generate({ secret }));
  await officer.press('Turn it on');
  const codes = await officer.page.locator('.codes li').allInnerTexts();
  await officer.press('I have kept them');
  return codes;
}

/** Somebody new with a role on a site, signed in, in a browser of their own. */
export async function arrive(
  browser: Browser,
  site: string,
  role: string,
  viewport: Width,
  { name = 'Sari Utami', ...more }: BrowserContextOptions & { name?: string } = {},
): Promise<Officer> {
  const invited = await invite(browser, site, role, name);
  const context = await browser.newContext(optionsFor(viewport, more));
  const officer = new Officer(await context.newPage(), { script: more.javaScriptEnabled !== false });
  await accept(officer, invited);
  if (role === 'head-of-site') await enrol(officer);
  return officer;
}

/** The operator of the demo. A code works once, so whoever comes later goes on in the session of the first. */
async function operatorIn(browser: Browser): Promise<Officer> {
  const path = join(dataFolder(), 'operator-session.json');
  const kept = existsSync(path);
  const context = await browser.newContext(optionsFor(WIDTHS[1], kept ? { storageState: path } : {}));
  const operator = new Officer(await context.newPage());
  if (kept) return operator;
  await operator.open('/desk');
  await operator.fill('E-mail address', 'operator@demo.invalid');
  await operator.fill('Password', demoPassword('operator'));
  await operator.press('Sign in');
  await enrol(operator);
  await context.storageState({ path });
  return operator;
}

/** The password of the account that the demo has for a role. */
export function demoPassword(role: string): string {
  const accounts = readFileSync(join(dataFolder(), 'demo-accounts'), 'utf8');
  const password = new RegExp(`^${role}@\\S+\\s+(\\S+)$`, 'm').exec(accounts)?.[1];
  if (!password) throw new Error(`there is no demo account for ${role} at ${ORIGIN}`);
  return password;
}
