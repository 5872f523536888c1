import { formatSecond, isoInZone, translator } from '@warta/languages';
import { JAKARTA } from '../../jakarta.ts';
import { type DeskLanguage, deskWords } from '../frame/words.ts';
import { errorInWords } from './board-errors.ts';
import { outsideError } from './board-outside.ts';

/** What a row of the board is drawn with, on the page and for those who watch it. */
export function boardWords(lang: DeskLanguage) {
  const t = deskWords(lang);
  const readers = translator(lang);
  return {
    t,
    iso: (at: Date) => isoInZone(at, JAKARTA),
    /** To the second, in Jakarta's zone or another one. */
    clock: (at: Date, zone = JAKARTA) => formatSecond(at, lang, zone),
    inWords: (error: string) => errorInWords(t, error),
    outsideInWords: (error: string) => t(...outsideError(error)),
    regionOf: (region: string) => readers(`region.${region}`),
  };
}
