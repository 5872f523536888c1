/** What no page may hold, whoever wrote it: the policy that is sent with every page forbids it, so it would not work. */
export function markupProblems(html: string): string[] {
  const tests: [RegExp, string][] = [
    [/<script\b(?![^>]*type="application\/ld\+json")/i, 'has a <script>; readers’ pages have none'],
    [/<style\b/i, 'has a <style>; styles stand in assets/*.css'],
    [/\sstyle\s*=/i, 'has a style="…"; styles stand in assets/*.css'],
    [/<[^>]*\son[a-z]+\s*=/i, 'has an on…="…" handler; readers’ pages have no script'],
    [/(?:href|src|action)\s*=\s*["']?\s*javascript:/i, 'leads to javascript:'],
    [
      /<(?:img|source|video|audio|script|embed|object|input)\b[^>]*\s(?:src|srcset|data|poster)\s*=\s*["']?(?:https?:)?\/\//i,
      EXTERNAL,
    ],
    [/<link\b[^>]*rel="(?:stylesheet|preload|icon|preconnect)"[^>]*href="(?:https?:)?\/\//i, EXTERNAL],
  ];
  return tests.filter(([pattern]) => pattern.test(html)).map(([, message]) => message);
}

const EXTERNAL = 'loads something from another server; put it into assets/';
