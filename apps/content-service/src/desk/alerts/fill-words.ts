import type { AlertTemplate } from '@warta/alerts';
import { type AlertFields, type Filled, PARTS, type Typed, WEIGHT } from './alert-fields.ts';
import { placeOf } from './area-choice.ts';
import type { Places } from './places.ts';

const PLACE = '{place}';
const NOTHING: Typed = { heading: '', body: '', instruction: '' };

interface FillContext {
  templates: readonly AlertTemplate[];
  places: Places;
  /** The languages of the form, the first of which must be filled in. */
  languages: readonly string[];
}

/**
 * The form with the approved words of its template, for its area, in its languages. What somebody has typed over them
 * stays; what they have left as it was follows when the template or the area is changed.
 */
export function fillWords(fields: AlertFields, context: FillContext): AlertFields {
  // Without an area nothing can be filled in: what it was before stands until there is one.
  const area = fields.area.length > 0 ? fields.area : fields.filled.area;
  const now: Filled = { template: fields.template, area, place: fields.place };
  const [before, after] = [fields.filled, now].map((of) => approvedOf(of, context.templates));
  const follow = (typed: string, old = '', fresh = '') => (typed === old ? fresh : typed);
  const texts = [...new Set([...context.languages, ...Object.keys(fields.texts)])].map((locale) => {
    const typed = fields.texts[locale] ?? NOTHING;
    const old = wordsIn(fields.filled, locale, context);
    const fresh = wordsIn(now, locale, context);
    const parts = PARTS.map((part) => [part, follow(typed[part], old[part], fresh[part])]);
    return [locale, Object.fromEntries(parts) as Typed] as const;
  });
  const weight = WEIGHT.map((name) => [name, follow(fields[name], before?.[name], after?.[name])]);
  return {
    ...fields,
    ...(Object.fromEntries(weight) as Pick<AlertFields, (typeof WEIGHT)[number]>),
    hours: follow(fields.hours, hoursOf(before), hoursOf(after)),
    texts: Object.fromEntries(texts),
    filled: now,
  };
}

/** Whether words that nobody has read would follow what was chosen last: then they are shown before they are saved. */
export function wouldFollow(fields: AlertFields, filled: AlertFields): boolean {
  return JSON.stringify(saidIn(fields)) !== JSON.stringify(saidIn(filled));
}

/** Whether words still wait for a name that the area does not give. */
export const lacksPlace = ({ texts }: AlertFields) =>
  Object.values(texts).some((typed) => PARTS.some((part) => typed[part].includes(PLACE)));

const saidIn = ({ texts }: AlertFields) =>
  Object.entries(texts)
    .filter(([, typed]) => PARTS.some((part) => typed[part] !== ''))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const hoursOf = (content: ReturnType<typeof approvedOf>) => (content ? String(content.hours) : '');

const approvedOf = ({ template }: Filled, templates: readonly AlertTemplate[]) =>
  templates.find(({ code }) => code === template)?.content ?? undefined;

function wordsIn(of: Filled, locale: string, { templates, places }: FillContext): Typed {
  const template = templates.find(({ code }) => code === of.template);
  const text = template?.content?.texts.find((one) => one.locale === locale);
  if (!text) return NOTHING;
  // Nobody mourns a country by its name.
  const ofArea = template?.kind === 'solemn' ? undefined : placeOf(of.area, places, locale);
  const place = of.place || ofArea || PLACE;
  const fill = (words: string) => words.replaceAll(PLACE, place).replaceAll('\r\n', '\n').trim();
  return { heading: fill(text.heading), body: fill(text.body), instruction: fill(text.instruction) };
}
