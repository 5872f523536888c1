import getVideoId from 'get-video-id';

interface Host {
  name: string;
  hosts: RegExp;
  id: RegExp;
  /** The page to watch it on, and the frame that tells its host the least about who watches. */
  watch: (id: string) => string;
  frame: (id: string, secret: string | undefined) => string;
}

/** Hosts that play a video in a frame without keeping track of those who only read the page around it. */
const HOSTS: Readonly<Record<string, Host>> = {
  youtube: {
    name: 'YouTube',
    hosts: /^((www|m|music)\.)?(youtube(-nocookie)?\.com|youtu\.be)$/,
    id: /^[\w-]{11}$/,
    watch: (id) => `https://www.youtube.com/watch?v=${id}`,
    frame: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
  },
  vimeo: {
    name: 'Vimeo',
    hosts: /^((www|player)\.)?vimeo\.com$/,
    id: /^\d{5,12}$/,
    watch: (id) => `https://vimeo.com/${id}`,
    frame: (id, secret) =>
      `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${secret ? `&h=${secret}` : ''}`,
  },
  dailymotion: {
    name: 'Dailymotion',
    hosts: /^((www|geo)\.)?dailymotion\.com$|^dai\.ly$/,
    id: /^[a-z0-9]{5,12}$/i,
    watch: (id) => `https://www.dailymotion.com/video/${id}`,
    frame: (id) => `https://geo.dailymotion.com/player.html?video=${id}`,
  },
};

/** Vimeo gives a video that is not listed a second part: `vimeo.com/{id}/{secret}`, or `h` in its frame. */
const VIMEO_SECRET = /^\/(?:video\/)?\d+\/([0-9a-f]{6,20})\/?$/;

export interface VideoLink {
  /** The host's name, as readers know it. */
  host: string;
  /** Its page on that host. */
  watch: string;
  /** What a frame loads to play it. */
  frame: string;
}

/** Where a video is to be watched, by any of the links its host gives out; undefined for any other address. */
export function readVideoLink(link: string): VideoLink | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const { id, service } = getVideoId(url.href);
  const host = service ? HOSTS[service] : undefined;
  if (!id || !host?.hosts.test(url.hostname) || !host.id.test(id)) return undefined;
  const secret = secretOf(url);
  const watch = secret ? `${host.watch(id)}/${secret}` : host.watch(id);
  return { host: host.name, watch, frame: host.frame(id, secret) };
}

function secretOf({ hostname, pathname, searchParams }: URL): string | undefined {
  if (!hostname.endsWith('vimeo.com')) return undefined;
  const given = VIMEO_SECRET.exec(pathname)?.[1] ?? searchParams.get('h') ?? '';
  return /^[0-9a-f]{6,20}$/.test(given) ? given : undefined;
}
