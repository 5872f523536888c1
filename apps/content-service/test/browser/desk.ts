import type { BrowserContextOptions, Page } from 'playwright-core';
import { ORIGIN } from './browser.ts';
import { type Assertions, lookAt, scriptedCopy } from './desk-axe.ts';

export const WIDTHS = [
  { width: 360, height: 800 },
  { width: 1280, height: 900 },
] as const;
export type Width = (typeof WIDTHS)[number];
export const PASSWORD = 'kopi-pagi-di-teras-47';

/** What the browser itself says of a refused or cut request; the page has words of its own for these. */
const EXPECTED = /^Failed to load resource: (the server responded with a status of 4|net::ERR_INTERNET_DISC)/;

/** What a browser is opened with: English, so that the words of the desk can be asked for, and colours that do not fade in while axe looks. */
export const optionsFor = (viewport: Width, more: BrowserContextOptions = {}): BrowserContextOptions => ({
  viewport,
  locale: 'en-GB',
  reducedMotion: 'reduce',
  ...more,
});

/** Somebody at the desk: fills in what has a label, presses what has a name, and counts both. */
export class Officer {
  readonly page: Page;
  readonly complaints: string[] = [];
  fields = 0;
  presses = 0;
  readonly #script: boolean;

  /** `script` says whether this browser runs any. */
  constructor(page: Page, { script = true } = {}) {
    this.page = page;
    this.#script = script;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const isTrouble = ['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text());
      if (isTrouble) this.complaints.push(message.text());
    });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, ORIGIN).href);
  }

  async fill(label: string, value: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label: string, option: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).selectOption(option);
  }

  /** Presses the button or follows the way with this name, of several the first. */
  async press(name: string | RegExp): Promise<void> {
    this.presses += 1;
    const button = this.page.getByRole('button', { name, exact: true });
    const link = this.page.getByRole('link', { name, exact: true });
    await button.or(link).first().click();
    await this.#arrived();
  }

  /** Opens what is folded away under these words. */
  async unfold(words: string): Promise<void> {
    await this.page.locator('summary', { hasText: words }).click();
  }

  /** Writes the text itself, in the editor once it is there and in the plain field without script. */
  async write(words: string): Promise<void> {
    if (!this.#script) return this.fill('Text', words);
    this.fields += 1;
    const editor = this.page.locator('.ProseMirror');
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(words);
  }

  async heading(): Promise<string> {
    await this.#arrived();
    return this.page.locator('h1').innerText();
  }

  /** The words of the page itself, without bar and ways. */
  async words(): Promise<string> {
    await this.#arrived();
    return this.page.locator('main').innerText();
  }

  /** A page begins to show before its last words are here. */
  #arrived(): Promise<void> {
    return this.page.waitForLoadState('domcontentloaded');
  }

  /** Nothing on the page is wrong: in light and dark, neither axe nor the browser complains, and it fits its window. */
  async look(t: Assertions, name: string): Promise<void> {
    await this.page.waitForLoadState();
    const called = `${name}-${this.page.viewportSize()?.width}`;
    const page = this.#script ? this.page : await scriptedCopy(this.page);
    // What sticks to the edge of a window covers what can be scrolled away from there: axe is to see neither cut.
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await lookAt(t, page, `desk-${called}`);
    t.same(this.complaints.splice(0), [], `${called}: nothing to complain of`);
    if (page !== this.page) await page.context().close();
  }
}
