import type { AlertKind } from '../alert-content.ts';
import { type TemplateInput, templateInput } from '../alert-input.ts';
import { ARABIC } from './ar.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { INDONESIAN } from './id.ts';
import { JAPANESE } from './ja.ts';
import { MALAY } from './ms.ts';
import { DUTCH } from './nl.ts';
import type { Code } from './words.ts';
import { CHINESE } from './zh-hans.ts';

const LANGUAGES = {
  ...{ id: INDONESIAN, en: ENGLISH, ar: ARABIC, de: GERMAN, es: SPANISH, fr: FRENCH },
  ...{ ja: JAPANESE, ms: MALAY, nl: DUTCH, 'zh-Hans': CHINESE },
};

type Weighed = [
  TemplateInput['category'],
  TemplateInput['severity'],
  TemplateInput['urgency'],
  TemplateInput['certainty'],
  hours: number,
];

const WEIGHTS: Record<Code, Weighed> = {
  earthquake: ['Geo', 'Severe', 'Immediate', 'Observed', 24],
  tsunami: ['Geo', 'Extreme', 'Immediate', 'Likely', 6],
  eruption: ['Geo', 'Severe', 'Expected', 'Observed', 48],
  flood: ['Met', 'Severe', 'Expected', 'Observed', 24],
  storm: ['Met', 'Severe', 'Expected', 'Likely', 36],
  wildfire: ['Fire', 'Severe', 'Expected', 'Observed', 24],
  health: ['Health', 'Moderate', 'Expected', 'Likely', 168],
  unrest: ['Security', 'Severe', 'Immediate', 'Observed', 24],
  evacuation: ['Security', 'Extreme', 'Immediate', 'Observed', 48],
  attack: ['Security', 'Extreme', 'Immediate', 'Observed', 12],
  accident: ['Transport', 'Severe', 'Immediate', 'Observed', 24],
  death: ['Other', 'Minor', 'Unknown', 'Observed', 72],
  mourning: ['Other', 'Minor', 'Unknown', 'Observed', 72],
};

const SOLEMN: readonly Code[] = ['death', 'mourning'];

/** A template as it comes with Warta. */
export interface FirstTemplate {
  code: Code;
  kind: AlertKind;
  content: TemplateInput;
}

/** The templates a network begins with; what a ministry makes of them is its own. */
export const FIRST_TEMPLATES: FirstTemplate[] = (Object.keys(WEIGHTS) as Code[]).map((code) => {
  const [category, severity, urgency, certainty, hours] = WEIGHTS[code];
  const texts = Object.entries(LANGUAGES).map(([locale, words]) => {
    const [event, heading, body, instruction] = words[code];
    return { locale, event, heading, body, instruction };
  });
  const content = templateInput.parse({ category, severity, urgency, certainty, hours, texts });
  return { code, kind: SOLEMN.includes(code) ? 'solemn' : 'hazard', content };
});
