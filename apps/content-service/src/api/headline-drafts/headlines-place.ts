import { invalid } from '@warta/problems';
import { listLocales } from '@warta/sites';
import { headlineAt } from '../../desk/headlines/headline-at.ts';
import type { WritingPlace } from '../drafts/writing-place.ts';
import { HEADLINE, headlineParams, headlineTextParams, TEXT } from './address.ts';

/** The ministry's headlines, in any language of the network. */
export const HEADLINES_PLACE: WritingPlace = {
  ...{ of: 'headline', tag: 'headlines', read: 'deliveries:read', write: 'headlines:write' },
  ...{ above: HEADLINE, text: TEXT, params: headlineParams, textParams: headlineTextParams },
  siteOf: async (context, params) => (await headlineAt(context, { params })).origin,
  expect: (context, params) => headlineAt(context, { params }),
  async refuseOther({ database }, _site, { locale, kind }) {
    if (kind !== 'article') throw invalid({ field: 'kind', message: 'a headline is an article' });
    if ((await listLocales(database.db)).includes(locale)) return;
    throw invalid({ field: 'locale', message: `no mission writes in ${locale}` });
  },
};
