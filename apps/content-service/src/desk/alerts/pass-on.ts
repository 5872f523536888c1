import type { Alert } from '@warta/alerts';
import { bestText } from '@warta/languages';
import type { FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { deskLanguage, deskWords } from '../frame/words.ts';

/** A link with the words that go with it through a messenger, and a picture of it for another phone. */
export interface Passed {
  url: string;
  words: string;
  whatsapp: string;
  qr: string;
  expiresAt: Date | null;
}

/** What somebody passes on to a second person; the words say what it is about, for whoever is woken by it. */
export async function passOn(
  request: FastifyRequest,
  { draft, standing, practice }: Alert,
  url: string,
  expiresAt: Date | null = null,
): Promise<Passed> {
  const lang = deskLanguage(request);
  const heading = bestText((draft ?? standing)?.content.texts ?? [], lang, ['id'])?.heading ?? '';
  const t = deskWords(lang);
  const what = draft ? 'alerts.pass-on-words' : 'alerts.pass-on-confirm';
  const said = t(what, { heading, url });
  const words = practice ? `${t('alerts.drill')} ${said}` : said;
  return {
    ...{ url, words, expiresAt },
    whatsapp: `https://wa.me/?text=${encodeURIComponent(words)}`,
    qr: await QRCode.toDataURL(url, { margin: 1, width: 400 }),
  };
}
