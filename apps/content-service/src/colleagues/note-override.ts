import type { Trx } from '@warta/database';
import { addNote, type Published } from '@warta/posts';
import type { FastifyRequest } from 'fastify';
import { deskLanguage, deskWords } from '../desk/frame/words.ts';
import { actorOf } from '../plugins/policy.ts';

/** Colleagues see beside a text that nobody checked it, and why. */
export async function noteOverride(
  trx: Trx,
  request: FastifyRequest,
  { post, pastReview: reason }: Published,
): Promise<void> {
  if (reason === undefined) return;
  const words = deskWords(deskLanguage(request))('override.note', { reason });
  await addNote(trx, actorOf(request), post, words);
}
