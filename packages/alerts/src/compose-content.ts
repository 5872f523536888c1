import type { Db } from '@warta/database';
import { type FieldError, invalid } from '@warta/problems';
import type { AlertContent, WrittenText } from './alert-content.ts';
import type { AlertInput, TemplateInput } from './alert-input.ts';
import { findTemplate } from './find-templates.ts';

const PLACE = '{place}';

/** What is to be said, put together from what was written and what the template gives. */
export interface Composed {
  template: string;
  content: AlertContent;
}

/**
 * Fills what was left out with the template's words and weight.
 * @throws {DomainError} `invalid` for a template that is unknown or not approved, a moment that is past, or a place
 * that nobody has named.
 */
export async function composeContent(db: Db, input: AlertInput): Promise<Composed> {
  const template = await findTemplate(db, input.template);
  if (!template?.content) {
    const message = template ? 'is not approved yet' : `there is no template ${input.template}`;
    throw invalid({ field: 'template', message });
  }
  const { content: given } = template;
  const texts = textsOf(input, given);
  refuseUnfilled(texts, input.texts !== undefined);
  const content: AlertContent = {
    ...{ area: input.area, texts, expiry: input.expiry ?? { hours: given.hours } },
    ...{ category: given.category, severity: input.severity ?? given.severity },
    ...{ urgency: input.urgency ?? given.urgency, certainty: input.certainty ?? given.certainty },
    event: Object.fromEntries(given.texts.map(({ locale, event }) => [locale, event])),
  };
  return { template: template.code, content };
}

function textsOf({ texts, place }: AlertInput, given: TemplateInput): WrittenText[] {
  const fill = (words: string) => (place ? words.replaceAll(PLACE, place) : words);
  const sources = texts ?? given.texts;
  return sources.map(({ locale, heading, body, instruction }) => {
    const approved = given.texts.find((text) => text.locale === locale)?.instruction ?? '';
    return {
      locale,
      heading: fill(heading),
      body: fill(body),
      instruction: fill(instruction ?? approved),
    };
  });
}

/** Nobody may read "{place}" on a bad day. */
function refuseUnfilled(texts: readonly WrittenText[], wereWritten: boolean): void {
  const fields = ['heading', 'body', 'instruction'] as const;
  const unfilled = texts.flatMap((text, index): FieldError[] =>
    fields
      .filter((field) => text[field].includes(PLACE))
      .map((field) =>
        wereWritten
          ? { field: `texts.${index}.${field}`, message: `still says ${PLACE}; write the place` }
          : { field: 'place', message: `say what ${PLACE} stands for in ${text.locale}` },
      ),
  );
  if (unfilled.length > 0) throw invalid(...unfilled.slice(0, 3));
}
