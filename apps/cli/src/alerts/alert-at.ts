import type { Alert } from '../api/answers.ts';
import type { Client } from '../api/client.ts';

/** The path of an alert in the API. */
export const alertPath = (id: string) => `/alerts/${encodeURIComponent(id)}`;

export const findAlert = (client: Client, id: string) => client.get<Alert>(alertPath(id));

/** What is read first of an alert: its heading in Indonesian, else in any language. */
export function headingOf({ draft, standing }: Pick<Alert, 'draft' | 'standing'>): string {
  const texts = (standing ?? draft)?.content.texts ?? [];
  return (texts.find(({ locale }) => locale === 'id') ?? texts[0])?.heading ?? '';
}
