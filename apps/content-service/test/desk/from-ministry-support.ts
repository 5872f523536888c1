import { headline, type TestService } from '../support.ts';

export const LIST = '/desk/sites/tokyo/headlines';
/** Where readers of Tokyo find the first headline. */
export const PUBLIC = '/tokyo/en/advisory-for-citizens-h1';

/** Sends a headline; gives its page at the desk of Tokyo, and a way to correct it. */
export async function pushed(test: TestService, more: object = {}) {
  const { id } = (await test.call('POST', '/headlines', headline(more))).json();
  const correct = async (title: string, version: number) => {
    const { translations, audience } = headline();
    const changed = translations.map((text) => (text.locale === 'en' ? { ...text, title } : text));
    const note = 'The number was wrong.';
    return test.call(
      'PUT',
      `/headlines/${id}`,
      { translations: changed, audience, note },
      { 'if-match': `"${version}"` },
    );
  };
  return { id: String(id), here: `${LIST}/${id}`, correct };
}

/** What a hidden field of a form holds. */
export const fieldIn = (body: string, name: string) =>
  new RegExp(`name="${name}" value="(\\d*)"`).exec(body)?.[1] ?? '';
