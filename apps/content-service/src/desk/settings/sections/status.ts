import { STATUSES, siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { plainFields, wordFields, wordsIn } from '../../frame/rows.ts';
import type { PageInput, Section } from '../section.ts';

const schema = siteChange.pick({ status: true, statusNote: true, servedBy: true }).required();
const MOST_SERVING = 10;

/** Whether the mission is open, what readers are told where it is not, and who serves instead. */
export const status: Section = {
  name: 'status',
  fields: (settings) => ({
    status: settings.status,
    ...wordFields('statusNote', settings.statusNote),
    ...Object.fromEntries(settings.servedBy.map((slug, index) => [`servedBy.${index}`, slug])),
  }),
  read(sent) {
    const fields = plainFields(sent);
    const serving = Array.from({ length: MOST_SERVING }, (_, index) => fields[`servedBy.${index}`] ?? '');
    return checked(schema, {
      status: fields.status,
      statusNote: wordsIn(fields, 'statusNote'),
      servedBy: [...new Set(serving.filter(Boolean))],
    });
  },
  model: ({ site, sites, fields, lang }) => ({
    statuses: STATUSES,
    serving: Object.keys(fields).filter((name) => name.startsWith('servedBy.') && fields[name]).length,
    mostServing: MOST_SERVING,
    others: otherSites(site, sites, lang),
  }),
};

function otherSites(
  site: PageInput['site'],
  sites: readonly PageInput['site'][],
  lang: string,
): [string, string][] {
  return sites
    .filter(({ id }) => id !== site.id)
    .map((other): [string, string] => [other.slug, other.name[lang] ?? other.name.id ?? other.slug])
    .sort(([, a], [, b]) => a.localeCompare(b, lang));
}
