export { bestText } from './best-text.ts';
export { baseLanguage, canonicalLocale, sameLanguage } from './canonical-locale.ts';
export { CATALOGUES, type Catalogue, catalogueFor, readCatalogues, stringsLocale } from './catalogues.ts';
export { formatDate, formatDateTime, formatSecond, formatSpan, isoInZone } from './dates.ts';
export { type Direction, directionOf } from './direction.ts';
export { clockAt, momentAt } from './local-times.ts';
export { countryName, endonym, languageName } from './names.ts';
export { slugify } from './slugify.ts';
export { type MessageArguments, type Translate, translator, translatorOver } from './translator.ts';
