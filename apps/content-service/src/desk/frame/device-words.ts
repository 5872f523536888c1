import type { Translate } from '@warta/languages';
import Bowser from 'bowser';

/** What somebody signs in with, as people call it (`Firefox on Android`), by how its browser names itself. */
export function deviceWords(agent: string, t: Translate): string {
  const { browser, os } = agent ? Bowser.parse(agent) : { browser: {}, os: {} };
  if (browser.name && os.name) return t('device.browser-on', { browser: browser.name, system: os.name });
  return browser.name || os.name || t('device.unknown');
}
