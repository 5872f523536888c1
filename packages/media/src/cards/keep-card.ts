import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encoder } from '../encoding/one-encoder.ts';
import { CARD_DESIGN, type Card, canDraw } from './card.ts';

export const CARD_SIZE = { width: 1200, height: 630 };
const KEPT_DAYS = 7;

/** The name of a card, another one for other words; undefined where our fonts do not have all its signs. */
export function cardName(card: Card): string | undefined {
  if (!canDraw(card)) return undefined;
  const { title, lang, dir, name, accent } = card;
  const facts = JSON.stringify([CARD_DESIGN, title, lang, dir, name, accent]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}

/** The card as PNG, drawn when it is first asked for and kept in a folder, whatever becomes of the text. */
export async function keepCard(folder: string, card: Card): Promise<Buffer> {
  const file = join(folder, `${cardName(card)}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;
  await mkdir(folder, { recursive: true });
  const half = join(folder, `.${randomUUID()}.png`);
  await encoder.draw({ card, file: half });
  await rename(half, file);
  return readFile(file);
}

/** Removes cards that were drawn a while ago: of those that are still asked for, new ones are drawn. */
export async function sweepCards(folder: string): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < oldest) await rm(file, { force: true });
  }
}
