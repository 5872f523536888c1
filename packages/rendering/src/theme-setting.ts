import { z } from 'zod';

/** The colour of every theme, which a site keeps beside its other settings. */
export const ACCENT = 'accent';

/** Words for people at the desk. */
const deskWords = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const about = { title: deskWords, description: deskWords.optional() };
const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'is not a colour such as #b3121d');
const text = z.literal('string');
const length = z.int().min(1).max(1000).default(200);

/** What `theme.json` may say of one setting: a small part of JSON Schema, with titles in the desk's languages. */
const FORMS = {
  colour: z.strictObject({ ...about, type: text, format: z.literal('color'), default: hex }),
  choice: z
    .strictObject({
      ...about,
      type: text,
      oneOf: z
        .array(z.strictObject({ const: z.string().regex(/^[a-z][a-z0-9-]*$/), title: deskWords }))
        .min(2),
      default: z.string(),
    })
    .refine(({ oneOf, default: standard }) => oneOf.some((one) => one.const === standard), {
      error: 'is none of its "oneOf"',
      path: ['default'],
    }),
  text: z.strictObject({ ...about, type: text, maxLength: length, default: z.string().default('') }),
  words: z.strictObject({
    ...about,
    type: z.literal('object'),
    format: z.literal('words'),
    maxLength: length,
    default: z.record(z.string(), z.string()).default({}),
  }),
  switch: z.strictObject({ ...about, type: z.literal('boolean'), default: z.boolean() }),
  number: z
    .strictObject({
      ...about,
      type: z.literal('integer'),
      minimum: z.int(),
      maximum: z.int(),
      default: z.int(),
    })
    .refine((own) => own.default >= own.minimum && own.default <= own.maximum, {
      error: 'is not between "minimum" and "maximum"',
      path: ['default'],
    }),
};

type Form = keyof typeof FORMS;

/** One setting of a theme, described for the form that asks for it. */
export type ThemeSetting = { [F in Form]: { form: F } & z.output<(typeof FORMS)[F]> }[Form];

/** Reads one setting of a `theme.json`; a string says what is wrong with it. */
export function readSetting(raw: unknown): ThemeSetting | string {
  const form = formOf(raw);
  if (!form) return 'is of no type that settings have (string, boolean, integer, or words as an object)';
  const parsed = FORMS[form].safeParse(raw);
  if (parsed.success) return { form, ...parsed.data } as ThemeSetting;
  const [issue] = parsed.error.issues;
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
}

function formOf(raw: unknown): Form | undefined {
  const { type, format, oneOf } = (raw ?? {}) as Record<string, unknown>;
  if (type === 'boolean') return 'switch';
  if (type === 'integer') return 'number';
  if (type === 'object') return 'words';
  if (type !== 'string') return undefined;
  if (oneOf) return 'choice';
  return format === 'color' ? 'colour' : 'text';
}
