import { inspectMarkdown } from '@warta/rendering';
import type { Draft } from '../drafts/find-drafts.ts';

/** What a colleague would point out; the desk has words and a fix for each. */
export type CheckCode =
  | 'title-missing'
  | 'title-long'
  | 'body-missing'
  | 'summary-missing'
  | 'alt-missing'
  | 'heading-skipped'
  | 'link-empty'
  | 'link-vague'
  | 'source-newer';

export interface Finding {
  code: CheckCode;
  /** Whether it can be published all the same. */
  stops: boolean;
  /** The field where it is mended. */
  field: 'title' | 'summary' | 'body' | 'cover';
  /** The words it is about: of a heading, an address, a number. */
  about?: string;
}

/** Beyond this, lists of search engines and feeds cut a title off. */
const LONG_TITLE = 90;
/** Link texts that say nothing when they are read out alone, in the languages of most texts. */
const VAGUE =
  /^(di ?sini|klik (di ?sini)?|here|click( here)?|link|tautan|aquí|ici|hier|هنا|اضغط هنا|こちら|这里|點擊)$/iu;

export interface CheckOptions {
  /** The newest revision of the text this one was translated from. */
  sourceRevision?: number | undefined;
  /** Whether the cover picture has words for those who do not see it, in this language or another. */
  coverHasAlt?: boolean | undefined;
}

/** What should be looked at before a text is published, the gravest first. */
export function checkDraft(
  draft: Pick<Draft, 'title' | 'summary' | 'body' | 'kind' | 'cover' | 'sourceRevision'>,
  { sourceRevision, coverHasAlt = true }: CheckOptions = {},
): Finding[] {
  const findings: Finding[] = [];
  if (draft.title === '') findings.push({ code: 'title-missing', stops: true, field: 'title' });
  if (draft.body.trim() === '') findings.push({ code: 'body-missing', stops: true, field: 'body' });
  const length = [...draft.title].length;
  if (length > LONG_TITLE) {
    findings.push({ code: 'title-long', stops: false, field: 'title', about: String(length) });
  }
  if (draft.summary === '' && draft.kind !== 'page') {
    findings.push({ code: 'summary-missing', stops: false, field: 'summary' });
  }
  if (draft.cover && !coverHasAlt) findings.push({ code: 'alt-missing', stops: false, field: 'cover' });
  findings.push(...checkBody(draft.body));
  if (
    sourceRevision !== undefined &&
    draft.sourceRevision !== null &&
    sourceRevision > draft.sourceRevision
  ) {
    findings.push({ code: 'source-newer', stops: false, field: 'body' });
  }
  return findings;
}

function checkBody(body: string): Finding[] {
  const { headings, images, links } = inspectMarkdown(body);
  const inBody = (code: CheckCode, about: string): Finding => ({ code, stops: false, field: 'body', about });
  return [
    ...images.filter(({ alt }) => alt.trim() === '').map(({ address }) => inBody('alt-missing', address)),
    ...headings
      .filter(({ level }, index) => level > (headings[index - 1]?.level ?? 2) + 1)
      .map(({ text }) => inBody('heading-skipped', text)),
    ...links.filter(({ text }) => text === '').map(({ address }) => inBody('link-empty', address)),
    ...links.filter(({ text }) => VAGUE.test(text)).map(({ text }) => inBody('link-vague', text)),
  ];
}
