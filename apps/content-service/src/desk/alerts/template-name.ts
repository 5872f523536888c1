import type { AlertTemplate } from '@warta/alerts';
import { bestText } from '@warta/languages';

/** What kind of event a template is for, in the desk's language. */
export function templateName({ code, content, waiting }: AlertTemplate, lang: string): string {
  const texts = (content ?? waiting?.content)?.texts ?? [];
  return bestText(texts, lang, ['id', 'en'])?.event ?? code;
}
