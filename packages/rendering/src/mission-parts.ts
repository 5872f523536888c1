/** What stands beside a headline on a mission's site. */

import type { Html, Link } from './page-parts.ts';

/** What a mission says beside a headline on its own site, in words of its own. */
export interface MissionPart {
  /** Above the official text. */
  intro?: MissionWords;
  /** Below it. */
  note?: MissionWords;
  /** Whom to reach there about it, below it as well. */
  contacts: MissionContact[];
}

export interface MissionContact {
  kind: 'phone' | 'whatsapp' | 'email' | 'address';
  text: string;
  label?: string;
  href?: string;
}

export interface MissionWords {
  html: Html;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** That the official text was corrected since; absent where it was not. */
  earlier?: string;
}

/** That a text is a mission's translation and not the official one. */
export interface TranslationNote {
  mark: string;
  /** That it is of an earlier version; absent where it is of the one that stands. */
  earlier?: string;
  /** The way to the official text. */
  official?: Link;
}
