import { invalid } from '@warta/problems';
import { siteNamed } from '../context.ts';
import { POST, postAt, postParams, TEXT, textParams } from './address.ts';
import type { WritingPlace } from './writing-place.ts';

/** A site's own posts. */
export const POSTS_PLACE: WritingPlace = {
  ...{ of: 'post', tag: 'posts', read: 'posts:read', write: 'posts:write' },
  ...{ above: POST, text: TEXT, params: postParams, textParams },
  siteOf: (context, { site = '' }) => siteNamed(context, site),
  expect: (context, { id, site = '' }) => postAt(context, { id, site }),
  async refuseOther(_context, { locales }, { locale }) {
    if (locales.includes(locale)) return;
    throw invalid({ field: 'locale', message: `this site writes in ${locales.join(', ')}, not ${locale}` });
  },
};
