import { readSeals, type Seal } from '@warta/rendering';
import type { Expectation, ExpectedText } from '@warta/sync';

/** What a reader got at an address. */
export interface Sight {
  status: number;
  body: string;
}

/** One site to look at: what must be seen of a headline there. */
export interface Check {
  expectation: Pick<Expectation, 'headline' | 'site' | 'number' | 'version' | 'expect'>;
  texts: readonly ExpectedText[];
  /** Whether the first page of the home must show it. */
  onHome: boolean;
  host: string;
  addressPath: string;
  homePath: string;
}

const STATUS: Record<Expectation['expect'], number> = { shown: 200, gone: 410, absent: 404, hidden: 302 };

/** What is wrong with what was seen, in words; undefined where everything stands as it must. */
export function judgeSight(check: Check, address: Sight, home: Sight): string | undefined {
  const { expect } = check.expectation;
  if (address.status !== STATUS[expect])
    return `its address answers ${address.status}, not ${STATUS[expect]}`;
  if (home.status !== 200) return `the home answers ${home.status}`;
  const onHome = sealsOf(check, home);
  if (expect !== 'shown') return onHome.length > 0 ? 'the home still shows it' : undefined;

  const there = sealsOf(check, address);
  if (!there.some((seal) => seal.part === 'body')) return 'its address does not hold the text';
  if (check.onHome && onHome.length === 0) return 'the home does not show it';
  const wrong = [...there, ...onHome].find((seal) => !isRight(check, seal));
  return wrong && describe(check, wrong);
}

function sealsOf(check: Check, sight: Sight): Seal[] {
  return readSeals(sight.body).filter((seal) => seal.number === check.expectation.number);
}

/** The right version, bytes as sealed, and the seal one of those that were saved. */
function isRight({ expectation, texts }: Check, seal: Seal): boolean {
  const hashes = texts.map((text) => (seal.part === 'title' ? text.titleHash : text.bodyHash));
  return seal.intact && seal.version === expectation.version && hashes.includes(seal.hash);
}

function describe({ expectation }: Check, seal: Seal): string {
  if (seal.version !== expectation.version)
    return `shows version ${seal.version}, not ${expectation.version}`;
  return `the ${seal.part} is not the one that was published`;
}
