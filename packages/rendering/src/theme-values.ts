import { accentPalette } from './accent-palette.ts';
import type { Theme } from './theme.ts';
import { ACCENT, type ThemeSetting } from './theme-setting.ts';

/** What a site may set: words are by language. */
export type SettingValue = string | number | boolean | Record<string, string>;

/** Why a value does not hold: a sentence, and a key by which it can be said in another language. */
export interface SettingProblem {
  /** The setting's name; `name.locale` for words of one language. */
  setting: string;
  message: string;
  why: string;
  values?: Record<string, string | number>;
}

/** The settings of a theme besides the accent, inherited ones first. */
export function settingsBesidesAccent({ settings }: Pick<Theme, 'settings'>): [string, ThemeSetting][] {
  return Object.entries(settings).filter(([name]) => name !== ACCENT);
}

/** What is wrong with what a site sets of a theme. */
export function settingProblems(theme: Theme, values: Readonly<Record<string, unknown>>): SettingProblem[] {
  const known = new Map(settingsBesidesAccent(theme));
  return Object.entries(values).flatMap(([name, value]) => {
    const setting = known.get(name);
    return setting ? problemsOf(theme, name, setting, value) : [unknown(theme, name, [...known.keys()])];
  });
}

/**
 * Every setting of a theme with its value: the site's own where it holds, else the default. `report` hears of each
 * that does not hold, so that no page fails for a setting.
 */
export function themeValues(
  theme: Theme,
  values: Readonly<Record<string, SettingValue>>,
  report: (problem: SettingProblem) => void = () => {},
): Record<string, SettingValue> {
  const problems = settingProblems(theme, values);
  for (const problem of problems) report(problem);
  const wrong = new Set(problems.map(({ setting }) => setting.split('.')[0]));
  return Object.fromEntries(
    settingsBesidesAccent(theme).map(([name, setting]) => {
      const own = wrong.has(name) ? undefined : values[name];
      return [name, own ?? setting.default];
    }),
  );
}

function unknown({ title }: Theme, setting: string, known: string[]): SettingProblem {
  const names = known.join(', ') || '–';
  const message = `is no setting of the theme ${title}; it has ${names}`;
  return { setting, message, why: 'setting.unknown', values: { names } };
}

function problemsOf(theme: Theme, name: string, setting: ThemeSetting, value: unknown): SettingProblem[] {
  if (setting.form === 'words') return wordProblems(name, setting.maxLength, value);
  const wrong = whatIsWrong(theme, setting, value);
  return wrong ? [{ setting: name, ...wrong }] : [];
}

type Wrong = Omit<SettingProblem, 'setting'> | undefined;

function whatIsWrong(theme: Theme, setting: Exclude<ThemeSetting, { form: 'words' }>, value: unknown): Wrong {
  switch (setting.form) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : { message: 'is true or false', why: 'setting.switch' };
    case 'number':
      return numberProblem(setting, value);
    case 'choice':
      return choiceProblem(setting, value);
    case 'colour':
      return colourProblem(theme, value);
    case 'text':
      return typeof value === 'string' ? lengthProblem(setting.maxLength, value) : notText;
  }
}

const notText = { message: 'is not a text', why: 'setting.text' };

function numberProblem({ minimum, maximum }: { minimum: number; maximum: number }, value: unknown): Wrong {
  if (Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum)
    return undefined;
  const values = { minimum, maximum };
  return { message: `is a whole number from ${minimum} to ${maximum}`, why: 'setting.number', values };
}

function choiceProblem({ oneOf }: { oneOf: { const: string }[] }, value: unknown): Wrong {
  const known = oneOf.map((one) => one.const);
  if (typeof value === 'string' && known.includes(value)) return undefined;
  return { message: `is one of ${known.join(', ')}`, why: 'choose' };
}

/** @returns that it is no colour, or that it cannot be read on the theme's paper */
export function colourProblem({ papers }: Pick<Theme, 'papers'>, value: unknown): Wrong {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/.test(value)) {
    return { message: 'is not a colour such as #b3121d', why: 'field.accent' };
  }
  const colour = accentPalette(value, papers).light.accent;
  if (colour === value) return undefined;
  const message = `is too pale to be read in this theme; the nearest colour that can be is ${colour}`;
  return { message, why: 'accent.pale', values: { colour } };
}

function wordProblems(name: string, most: number, value: unknown): SettingProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ setting: name, message: 'is words by language, such as {"id": "…"}', why: 'setting.text' }];
  }
  return Object.entries(value).flatMap(([locale, text]) => {
    const wrong = typeof text === 'string' ? lengthProblem(most, text) : notText;
    return wrong ? [{ setting: `${name}.${locale}`, ...wrong }] : [];
  });
}

function lengthProblem(most: number, text: string): Wrong {
  if (text.length <= most) return undefined;
  return { message: `has at most ${most} characters`, why: 'setting.long', values: { most } };
}
