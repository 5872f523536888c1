import { z } from 'zod';
import { locale } from './fields.ts';

const text = z.string().trim().max(1000);
const words = z.record(locale, text.min(1));

/** What a site sets of its theme; which settings there are, and what holds in them, only the theme knows. */
export const themeSettings = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.union([text, z.number(), z.boolean(), words]))
  .refine((settings) => Object.keys(settings).length <= 40, 'has at most 40 settings');

export type ThemeSettings = z.output<typeof themeSettings>;
