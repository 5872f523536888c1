import { type AlertTemplate, type TemplateInput, templateInput } from '@warta/alerts';
import { checked } from '../frame/checked.ts';
import type { Sent } from '../frame/forms.ts';
import { plainFields } from '../frame/rows.ts';

/** The form of a template, by the names of its fields: `hours`, `text.id.heading`. */
export type TemplateFields = Record<string, string>;

const WEIGHT = ['category', 'severity', 'urgency', 'certainty'] as const;
const WORDS = ['event', 'heading', 'body', 'instruction'] as const;
const FIRST: TemplateFields = {
  ...{ category: 'Safety', severity: 'Severe', urgency: 'Immediate', certainty: 'Observed', hours: '24' },
};
/** Languages that a new one is begun in. */
const BEGUN_IN = ['id', 'en'];

/** The latest words of a template, as its form shows them; an empty form for one that is new. */
export function templateFields({ waiting, content }: AlertTemplate): TemplateFields {
  const latest = waiting?.content ?? content;
  if (!latest) {
    const empty = BEGUN_IN.flatMap((locale) => WORDS.map((part) => [`text.${locale}.${part}`, '']));
    return { ...FIRST, ...Object.fromEntries(empty) };
  }
  const words = latest.texts.flatMap(({ locale, ...text }) =>
    WORDS.map((part) => [`text.${locale}.${part}`, text[part]]),
  );
  const weight = WEIGHT.map((name) => [name, latest[name]]);
  return Object.fromEntries([...weight, ['hours', String(latest.hours)], ...words]);
}

/**
 * The template that a form gives; a language without words is left out, and a further one added by `language`.
 * @throws {DomainError} `invalid`, by the form's fields
 */
export function templateIn(sent: Sent): TemplateInput {
  const fields = plainFields(sent);
  const tags = Object.keys(fields).flatMap((name) => /^text\.([\w-]+)\.heading$/.exec(name)?.[1] ?? []);
  const texts = tags
    .map((tag) => {
      const words = WORDS.map((part) => [part, (fields[`text.${tag}.${part}`] ?? '').trim()]);
      const locale = tag === 'new' ? (fields.language ?? '').trim() : tag;
      return { tag, text: { locale, ...Object.fromEntries(words) } as Record<string, string> };
    })
    .filter(({ text }) => WORDS.some((part) => text[part] !== ''));
  const weight = Object.fromEntries(WEIGHT.map((name) => [name, fields[name]]));
  const value = { ...weight, hours: Number(fields.hours), texts: texts.map(({ text }) => text) };
  return checked(templateInput, value, ([noun = '', index, part]) => {
    if (noun !== 'texts') return String(noun);
    const tag = texts[Number(index)]?.tag ?? tags[0] ?? 'id';
    return tag === 'new' && part === 'locale' ? 'language' : `text.${tag}.${String(part ?? 'heading')}`;
  });
}
