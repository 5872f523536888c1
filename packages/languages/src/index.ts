export { bestText } from './best-text.ts';
export { baseLanguage, canonicalLocale, sameLanguage } from './canonical-locale.ts';
export { CATALOGUES, type Catalogue, catalogueFor, readCatalogues, stringsLocale } from './catalogues.ts';
export {
  formatDate,
  formatDateTime,
  formatMonth,
  formatSecond,
  formatSpan,
  formatZoneless,
  isoInZone,
} from './dates.ts';
export { type Direction, directionOf } from './direction.ts';
export { withoutIsolates } from './isolates.ts';
export { clockAt, momentAt } from './local-times.ts';
export { localeWithRegion } from './locale-with-region.ts';
export { countryName, endonym, languageName } from './names.ts';
export { type SearchWord, searchWords } from './search-words.ts';
export { slugify } from './slugify.ts';
export { type MessageArguments, type Translate, translator, translatorOver } from './translator.ts';
export { clockTime, formatDay, formatMoment, weekdayName } from './week.ts';
