import type { FastifyRequest } from 'fastify';
import type { Errors } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';

const IN_GALLERY = /^details\.pictures\.(\d+)\.(caption|media)/;

/** What the fields of a text are called, for those in which something is wrong. */
export function fieldLabels(request: FastifyRequest, errors: Errors): Record<string, string> {
  const t = deskWords(deskLanguage(request));
  const labelOf = (field: string) => {
    const [, index, part] = IN_GALLERY.exec(field) ?? [];
    return index && part ? t(`field.${part}-n`, { n: Number(index) + 1 }) : t(`field.${field}`);
  };
  return Object.fromEntries(Object.keys(errors).map((field) => [field, labelOf(field)]));
}
