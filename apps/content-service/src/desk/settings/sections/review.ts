import { plainFields } from '../../frame/rows.ts';
import type { Section } from '../section.ts';

/** Whether somebody else must read a text before it is published. */
export const review: Section = {
  name: 'review',
  fields: ({ fourEyes }) => ({ fourEyes: fourEyes ? 'yes' : 'no' }),
  read: (sent) => ({ fourEyes: plainFields(sent).fourEyes === 'yes' }),
};
