import { readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';

const schema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(`${import.meta.dirname}/cap-1.2.xsd`)),
);

/** What of a message is not as the schema of CAP 1.2 has it; nothing where all is. */
export function findFaults(xml: string): string[] {
  const message = XmlDocument.fromString(xml);
  try {
    schema.validate(message);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((detail) => detail.message);
  } finally {
    message.dispose();
  }
}
