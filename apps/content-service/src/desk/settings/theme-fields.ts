import { settingsBesidesAccent, type Theme, type ThemeSetting } from '@warta/rendering';
import type { SiteSettings } from '@warta/sites';
import { wordFields, wordsIn } from '../frame/rows.ts';
import { type DeskLanguage, deskWords } from '../frame/words.ts';
import type { Fields } from './section.ts';

type Values = SiteSettings['themeSettings'];
type Value = Values[string];

const nameOf = (setting: string) => `themeSettings.${setting}`;

/** What a site has set of its theme, as fields of a form. */
export function fieldsOf(values: Values): Fields {
  const entries = Object.entries(values).map(([setting, value]) => {
    if (typeof value === 'object') return wordFields(nameOf(setting), value);
    return { [nameOf(setting)]: typeof value === 'boolean' ? yesOrNo(value) : String(value) };
  });
  return Object.assign({}, ...entries);
}

/**
 * What a form sets of a theme. What is as the theme has it is left out, so that it goes with the theme; what was not
 * asked for stays as it is.
 */
export function valuesIn(theme: Theme, fields: Fields, before: Values): Values {
  const entries = settingsBesidesAccent(theme).flatMap(([name, setting]): [string, Value][] => {
    const value = readValue(setting, fields, name) ?? before[name];
    return value === undefined || isDefault(setting, value) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function readValue(setting: ThemeSetting, fields: Fields, name: string): Value | undefined {
  if (setting.form === 'words') {
    const isAsked = Object.keys(fields).some((field) => field.startsWith(`${nameOf(name)}.`));
    return isAsked ? wordsIn(fields, nameOf(name)) : undefined;
  }
  const text = fields[nameOf(name)]?.trim();
  if (text === undefined) return undefined;
  if (setting.form === 'switch') return text === 'yes';
  return setting.form === 'number' && /^-?\d+$/.test(text) ? Number(text) : text;
}

function isDefault(setting: ThemeSetting, value: Value): boolean {
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return value === setting.default;
}

/** One setting as the form asks for it. */
export interface Asked {
  name: string;
  form: ThemeSetting['form'];
  label: string;
  hint: string | undefined;
  /** How its default stands in the form. */
  standard: string;
  options: [string, string][];
}

/** The settings of a theme as a form asks for them, in the desk's language. */
export function askedOf(theme: Theme, lang: DeskLanguage): Asked[] {
  return settingsBesidesAccent(theme).map(([name, setting]) => ({
    name: nameOf(name),
    form: setting.form,
    label: setting.title[lang],
    hint: setting.description?.[lang],
    standard: typeof setting.default === 'boolean' ? yesOrNo(setting.default) : String(setting.default),
    options: optionsOf(setting, lang),
  }));
}

function optionsOf(setting: ThemeSetting, lang: DeskLanguage): Asked['options'] {
  if (setting.form === 'choice') return setting.oneOf.map((one) => [one.const, one.title[lang]]);
  if (setting.form !== 'switch') return [];
  const t = deskWords(lang);
  return [
    ['yes', t('settings.yes')],
    ['no', t('settings.no')],
  ];
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');
