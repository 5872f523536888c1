import { z } from 'zod';

interface Platform {
  /** As it calls itself. */
  name: string;
  /** The host of the account's address, then others that lead there. */
  hosts: [string, ...string[]];
  /** Paths of accounts; the first group is the handle. */
  path: RegExp;
  /** The path of a handle. */
  pathOf: (handle: string) => string;
}

const plain = (handle: string) => `/${handle}`;
const marked = (handle: string) => `/@${handle}`;

/** Where missions have accounts. Addresses of posts, groups and searches are none. */
const PLATFORMS = {
  instagram: {
    name: 'Instagram',
    hosts: ['www.instagram.com', 'instagram.com', 'm.instagram.com'],
    path: /^\/([\w.]{1,30})$/,
    pathOf: (handle) => `/${handle}/`,
  },
  x: {
    name: 'X',
    hosts: ['x.com', 'www.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
    path: /^\/(\w{1,15})$/,
    pathOf: plain,
  },
  facebook: {
    name: 'Facebook',
    hosts: ['www.facebook.com', 'facebook.com', 'm.facebook.com', 'fb.com', 'www.fb.com'],
    path: /^\/([\w.-]{3,100})$/,
    pathOf: plain,
  },
  youtube: {
    name: 'YouTube',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
    path: /^\/@([\w.-]{3,30})$/,
    pathOf: marked,
  },
  tiktok: {
    name: 'TikTok',
    hosts: ['www.tiktok.com', 'tiktok.com'],
    path: /^\/@([\w.]{2,24})$/,
    pathOf: marked,
  },
  threads: {
    name: 'Threads',
    hosts: ['www.threads.com', 'threads.com', 'www.threads.net', 'threads.net'],
    path: /^\/@([\w.]{1,30})$/,
    pathOf: marked,
  },
  linkedin: {
    name: 'LinkedIn',
    hosts: ['www.linkedin.com', 'linkedin.com'],
    path: /^\/((?:company|in|school)\/[\w%-]{2,100})$/,
    pathOf: plain,
  },
  telegram: { name: 'Telegram', hosts: ['t.me', 'telegram.me'], path: /^\/(\w{5,32})$/, pathOf: plain },
  weibo: {
    name: 'Weibo',
    hosts: ['weibo.com', 'www.weibo.com'],
    path: /^\/((?:u\/|n\/)?[\w-]{3,40})$/,
    pathOf: plain,
  },
} satisfies Record<string, Platform>;

type PlatformName = keyof typeof PLATFORMS;
export const SOCIAL_PLATFORMS = Object.keys(PLATFORMS) as PlatformName[];

/** What each is called. */
export const SOCIAL_NAMES = Object.fromEntries(
  Object.entries(PLATFORMS).map(([platform, { name }]) => [platform, name]),
) as Record<PlatformName, string>;

const account = z
  .strictObject({
    of: z.enum(['mission', 'head']).describe('of the mission, or of its head'),
    platform: z.enum(SOCIAL_PLATFORMS),
    url: z.string().trim().max(200).describe('the address of the account, or its handle'),
  })
  .transform((written, context) => {
    const url = addressOf(PLATFORMS[written.platform], written.url);
    if (url) return { ...written, url };
    const message = `is not an account on ${written.platform}, such as ${exampleOf(written.platform)}`;
    context.addIssue({ code: 'custom', path: ['url'], message, params: { why: 'social.url' } });
    return z.NEVER;
  });

/** Accounts elsewhere in their order, each as the one address it has there. */
export const socialAccounts = z
  .array(account)
  .max(20)
  .superRefine((accounts, context) => {
    const seen = new Set<string>();
    for (const [index, { of, url }] of accounts.entries()) {
      if (seen.has(`${of} ${url}`)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'url'],
          message: 'is in the list already',
          params: { why: 'repeated' },
        });
      }
      seen.add(`${of} ${url}`);
    }
  });

export type SocialAccount = z.output<typeof account>;

function addressOf(platform: Platform, written: string): string | undefined {
  const host = platform.hosts[0];
  if (!/[:/]/.test(written)) return accountAt(platform, host, platform.pathOf(written.replace(/^@/, '')));
  const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  if (!url || url.port || url.username || !platform.hosts.includes(url.hostname)) return undefined;
  return accountAt(platform, host, url.pathname);
}

function accountAt(platform: Platform, host: string, path: string): string | undefined {
  const handle = platform.path.exec(path.replace(/\/$/, ''))?.[1];
  return handle && `https://${host}${platform.pathOf(handle)}`;
}

function exampleOf(platform: PlatformName): string {
  const { hosts, pathOf } = PLATFORMS[platform];
  return `https://${hosts[0]}${pathOf(platform === 'linkedin' ? 'company/name' : 'name')}`;
}
