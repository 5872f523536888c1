import { readSeals, type Seal } from '@warta/rendering';

/** A headline in its first version that was pushed to every mission. */
export interface Pushed {
  id: string;
  number: number;
}

interface Sight {
  status: number;
  seals: Seal[];
}

/**
 * Reads every mission's home and the headline's own address, and says where it is not whole: its title once on the
 * home, title and body at the address. With no headline there, where anything is to be seen of one from number
 * `from` on.
 */
export async function whereItIsWrong(
  origin: string,
  sites: readonly string[],
  { pushed, from, slug }: { pushed: Pushed | undefined; from: number; slug: string },
): Promise<string[]> {
  // A number that was given out before a kill may be used by none.
  const isIts = (seal: Seal) => (pushed ? seal.number === from : seal.number >= from);
  const read = async (path: string): Promise<Sight> => {
    const answer = await fetch(origin + path);
    return { status: answer.status, seals: readSeals(await answer.text()).filter(isIts) };
  };
  const looks = sites.map(async (site) => {
    const home = await read(`/${site}/`);
    const page = await read(`/${site}/id/${slug}-h${numberInSlug(from)}`);
    const state = stateOf(home, page);
    return state === (pushed ? 'all of it' : 'nothing of it') ? [] : [`${site} shows ${state}`];
  });
  return (await Promise.all(looks)).flat();
}

function stateOf(home: Sight, page: Sight): 'all of it' | 'nothing of it' | 'something else' {
  if (home.seals.length === 0 && page.status === 404) return 'nothing of it';
  const isWhole =
    page.status === 200 &&
    count(home, 'title') === 1 &&
    count(page, 'title') === 1 &&
    count(page, 'body') === 1 &&
    [...home.seals, ...page.seals].every(({ intact, version }) => intact && version === 1);
  return isWhole ? 'all of it' : 'something else';
}

const count = ({ seals }: Sight, part: Seal['part']) => seals.filter((seal) => seal.part === part).length;

/** As the addresses of headlines have it: base 32, never beginning with a letter. */
function numberInSlug(number: number): string {
  const digits = number.toString(32);
  return /^\d/.test(digits) ? digits : `0${digits}`;
}
