/** Where a ready text goes, with what it may hold there. */
export type ShareChannel = 'whatsapp' | 'instagram' | 'x' | 'facebook';

const MOST: Record<Exclude<ShareChannel, 'x'>, number> = { whatsapp: 1000, instagram: 2200, facebook: 2000 };

export interface Shared {
  title: string;
  summary: string;
  url: string;
  tags: readonly string[];
}

/** Texts ready to be copied, each within the length of its channel: a cut is made between words and marked. */
export async function shareTexts(post: Shared): Promise<Record<ShareChannel, string>> {
  const { default: twitter } = await import('twitter-text'); // large, and not needed to start
  const fits = (text: string) => twitter.parseTweet(text).valid;
  const { title, summary, url } = post;
  const hashtags = post.tags
    .map(hashtag)
    .filter((tag) => tag !== '#')
    .join(' ');
  const long = [title, summary].filter(Boolean).join('\n\n');
  return {
    whatsapp:
      `*${title}*\n\n${cut(summary, MOST.whatsapp - title.length - url.length - 6)}\n\n${url}`.replace(
        /\n{3,}/,
        '\n\n',
      ),
    instagram: [cut(long, MOST.instagram - hashtags.length - url.length - 4), url, hashtags]
      .filter(Boolean)
      .join('\n\n'),
    x: tweet(title, url, fits),
    facebook: [cut(long, MOST.facebook - url.length - 2), url].join('\n\n'),
  };
}

/** X counts signs of some scripts twice, and every address alike. */
function tweet(title: string, url: string, fits: (text: string) => boolean): string {
  const words = title.split(/(?<=\s)/);
  for (let count = words.length; count > 0; count -= 1) {
    const text = `${words.slice(0, count).join('').trim()}${count < words.length ? '…' : ''}\n${url}`;
    if (fits(text)) return text;
  }
  return url;
}

const hashtag = (tag: string) => `#${tag.replace(/[^\p{L}\p{N}]/gu, '')}`;

function cut(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const head = signs.slice(0, Math.max(0, most - 1)).join('');
  return `${head.replace(/\s+\S*$/, '')}…`;
}
