import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { jsonFeed } from './json-feed.ts';

const read = (file: string) => XmlDocument.fromBuffer(readFileSync(`${import.meta.dirname}/${file}`));
const SCHEMAS = {
  atom: RelaxNGValidator.fromDoc(read('atom.rng')),
  rss: XsdValidator.fromDoc(read('rss-2.0.xsd')),
  sitemap: XsdValidator.fromDoc(read('sitemap-0.9.xsd')),
};

/** What of a text is not as the schema of its form has it; nothing where all is. Throws where it is not well formed. */
export function findFaults(form: 'atom' | 'rss' | 'json' | 'sitemap', text: string): string[] {
  if (form === 'json') {
    const { error } = jsonFeed.safeParse(JSON.parse(text));
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  }
  const document = XmlDocument.fromString(text);
  try {
    SCHEMAS[form].validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message }) => message.trim());
  } finally {
    document.dispose();
  }
}
