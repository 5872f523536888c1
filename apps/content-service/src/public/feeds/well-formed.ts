/** What pictures are in feeds: what every reader of feeds can show. */
export const PICTURE = 'image/jpeg';

/** What XML 1.0 does not allow even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** XML without the signs that it may not hold, which writers can paste. */
export const wellFormed = (xml: string): string => xml.toWellFormed().replace(NOT_XML, '');
