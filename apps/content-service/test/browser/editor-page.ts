import type { BrowserAssets } from '../../src/browser-assets.ts';
import { browserWords } from '../../src/browser-words.ts';

/** What stands on the page of the harness; the same form the desk will draw, in a few lines. */
export interface FormPage {
  locale: 'id' | 'en';
  token: string;
  person: string;
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  required: boolean;
  revision: number;
  /** More of the form, as it stands. */
  more: string;
  /** Outside the form, as it stands. */
  outside: string;
}

const DEFAULTS: FormPage = {
  locale: 'en',
  token: 'token-1',
  person: 'ayu',
  title: 'A meeting in Wellington',
  body: '',
  lang: 'en',
  dir: 'ltr',
  required: false,
  revision: 3,
  more: '',
  outside: '',
};

export function formPage(assets: BrowserAssets, given: Partial<FormPage>): string {
  const page = { ...DEFAULTS, ...given };
  const path = (name: string) => assets.get(name)?.path;
  return `<!doctype html>
<html lang="${page.locale}" dir="ltr" data-person="${page.person}" data-zone="Pacific/Auckland">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="${page.token}">
<title>A post</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/tokens.css"><link rel="stylesheet" href="${path('editor.css')}">
<script type="application/json" id="desk-words">${browserWords(page.locale)}</script>
<script type="module" src="${path('desk.js')}"></script>
</head>
<body>
<main>
<h1>A post</h1>
${page.outside}
<form method="post" action="/desk/post" data-draft-key="post:1:${page.lang}" data-base-revision="${page.revision}"
  data-autosave="/desk/post/autosave" data-compare="/desk/elsewhere">
<input type="hidden" name="_csrf" value="${page.token}">
<p data-save-state aria-live="polite"></p>
<label for="title">Title</label>
<input id="title" name="title" value="${escaped(page.title)}" autocomplete="off">
<label for="body">Text</label>
<textarea id="body" name="body" data-editor lang="${page.lang}" dir="${page.dir}" rows="12"${page.required ? ' required' : ''}>
${escaped(page.body)}</textarea>
${page.more}
<p><button>Save</button></p>
</form>
</main>
</body>
</html>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
