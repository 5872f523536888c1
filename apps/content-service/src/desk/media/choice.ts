import { MINISTRY, type Site } from '@warta/sites';
import { z } from 'zod';

/** Where in a text or in the settings a picture is wanted, and where the choice is sent. */
const PLACES = {
  cover: 'cover',
  picture: 'pictures',
  poster: 'poster',
  body: 'body-picture',
  logo: 'logo',
  hero: 'hero',
} as const;

const asked = z.object({
  for: z.string().max(300),
  field: z.enum(['cover', 'picture', 'poster', 'body', 'logo', 'hero']),
});

/** A picture is being chosen for something. */
export interface Choice {
  field: keyof typeof PLACES;
  /** Where the choice is sent. */
  action: string;
  /** Where one goes back to. */
  back: string;
  /** What goes along from page to page. */
  carried: { for: string; field: string };
}

/**
 * What a picture is being chosen for, if it is. Only an address of this site's own desk is taken, and the
 * ministry's headlines: a link from elsewhere must not make a form that sends to somewhere else.
 */
export function choiceIn(query: unknown, { slug, kind }: Site): Choice | undefined {
  const parsed = asked.safeParse(query);
  if (!parsed.success) return undefined;
  const { for: back, field } = parsed.data;
  const owns = [`/desk/sites/${slug}/`, ...(kind === MINISTRY ? ['/desk/headlines/'] : [])];
  const own = owns.find((start) => back.startsWith(start));
  if (!own || !/^[\w-]+(\/[\w-]+)*$/.test(back.slice(own.length))) return undefined;
  return { field, action: `${back}/${PLACES[field]}`, back, carried: parsed.data };
}
