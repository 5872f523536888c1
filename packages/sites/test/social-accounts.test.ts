import t from 'tap';
import { SOCIAL_PLATFORMS, socialAccounts } from '../src/social-accounts.ts';

const urlOf = (platform: string, url: string) =>
  socialAccounts.safeParse([{ of: 'mission', platform, url }]).data?.[0]?.url;

t.test('a handle and every way to write an address become the one address of the account', async (t) => {
  for (const [platform, written, address] of [
    ['x', '@sample', 'https://x.com/sample'],
    ['x', 'sample', 'https://x.com/sample'],
    ['x', 'twitter.com/sample', 'https://x.com/sample'],
    ['x', 'http://mobile.twitter.com/sample/?lang=id#top', 'https://x.com/sample'],
    ['instagram', 'https://instagram.com/sample.id', 'https://www.instagram.com/sample.id/'],
    ['facebook', 'https://m.facebook.com/sample.page', 'https://www.facebook.com/sample.page'],
    ['youtube', 'https://www.youtube.com/@sample', 'https://www.youtube.com/@sample'],
    ['tiktok', '@sample', 'https://www.tiktok.com/@sample'],
    ['threads', 'https://www.threads.net/@sample', 'https://www.threads.com/@sample'],
    ['linkedin', 'https://linkedin.com/company/sample/', 'https://www.linkedin.com/company/sample'],
    ['telegram', 't.me/sample', 'https://t.me/sample'],
    ['weibo', 'https://weibo.com/u/1234567', 'https://weibo.com/u/1234567'],
  ] as const) {
    t.equal(urlOf(platform, written), address, written);
    t.equal(urlOf(platform, address), address, 'what is kept can be saved again');
  }
});

t.test('what leads elsewhere is refused', async (t) => {
  for (const url of [
    'https://x.com.evil.example/sample',
    'https://evil.example/x.com/sample',
    'https://user@x.com/sample',
    'https://x.com:8443/sample',
    'javascript:alert(1)',
    'https://x.com/sample/status/1',
    'https://x.com/',
    '',
    '@',
    'two words',
  ]) {
    t.equal(urlOf('x', url), undefined, url);
  }
  for (const platform of SOCIAL_PLATFORMS) t.equal(urlOf(platform, 'https://evil.example/sample'), undefined);
});

t.test('an account is listed once, for the mission and for its head', async (t) => {
  const account = (of: string, url: string) => ({ of, platform: 'x', url });
  t.ok(socialAccounts.safeParse([account('mission', '@a'), account('head', '@b')]).success);
  t.match(socialAccounts.safeParse([account('head', '@a'), account('head', 'x.com/a')]).error?.issues, [
    { path: [1, 'url'], message: 'is in the list already' },
  ]);
});
