import { photoFile } from '../desk/media-support.ts';
import { ORIGIN, TOKEN } from './browser.ts';
import type { Officer } from './desk.ts';

/** What is written into a new post; the rest of the form is left as it is. */
export interface Words {
  title: string;
  body: string;
}

/** Begins a post as one does from the list, writes it and saves it as a draft; gives its address at the desk. */
export async function writeDraft(officer: Officer, { title, body }: Words): Promise<string> {
  await officer.press('Posts');
  await officer.press('Write');
  await officer.fill('Title', title);
  await officer.write(body);
  await officer.press('Save the draft');
  await officer.page.getByText('The draft is saved.').waitFor();
  return new URL(officer.page.url()).pathname;
}

/** Takes a photo as the cover of the text that is being written, and says what it shows. */
export async function addCover(officer: Officer, alt: string): Promise<void> {
  const { page } = officer;
  await officer.press('Choose or upload a picture: Cover picture');
  const { name, body } = await photoFile('photo.jpg', 1600, 1000);
  officer.fields += 1;
  const file = { name, mimeType: 'image/jpeg', buffer: Buffer.from(body) };
  await page.getByLabel('Add pictures or documents').setInputFiles(file);
  await officer.fill('What it shows, for people who do not see it (Indonesian)', alt);
  await officer.press('Save');
  await officer.press(`Use this ${alt}`);
  await page.getByText('The picture is in place.').waitFor();
}

/** The text as the form would send it now. */
export async function textOf({ page }: Officer): Promise<string> {
  return page.locator('textarea[name=body]').first().inputValue();
}

/** Has a site ask for four eyes. */
export async function askForFourEyes(site: string): Promise<void> {
  const address = `${ORIGIN}/api/v1/sites/${site}/settings`;
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const before = await fetch(address, { headers });
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, 'if-match': before.headers.get('etag') ?? '' },
    body: JSON.stringify({ ...((await before.json()) as object), fourEyes: true }),
  });
  if (!answer.ok) throw new Error(`${site} could not be set to four eyes: ${await answer.text()}`);
}
