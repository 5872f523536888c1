import type { PostKind } from '@warta/database';
import { invalid } from '@warta/problems';
import { z } from 'zod';
import { eventDetails } from './event.ts';
import { galleryDetails } from './gallery.ts';
import { opportunityDetails } from './opportunity.ts';
import { pageDetails } from './page.ts';
import { videoDetails } from './video.ts';

const none = z.strictObject({});

/** What each kind needs besides its words. A poster's picture is its cover, its text the full alternative. */
const SCHEMAS = {
  article: none,
  event: eventDetails,
  notice: none,
  opportunity: opportunityDetails,
  gallery: galleryDetails,
  video: videoDetails,
  poster: none,
  page: pageDetails,
} satisfies Record<PostKind, z.ZodType<object>>;

/** The kinds of posts that a site writes itself. */
export const POST_KINDS = Object.keys(SCHEMAS) as [PostKind, ...PostKind[]];

/** The details of a kind, complete. */
export type DetailsOf<Kind extends PostKind> = z.output<(typeof SCHEMAS)[Kind]>;

/**
 * Checks the details of a post against what its kind needs, and completes them.
 * @throws {DomainError} `invalid`, naming each field from `details` on, such as `details.until`.
 */
export function parseDetails<Kind extends PostKind>(kind: Kind, details: unknown = {}): DetailsOf<Kind> {
  const parsed = SCHEMAS[kind].safeParse(details);
  if (parsed.success) return parsed.data as DetailsOf<Kind>;
  throw invalid(...parsed.error.issues.flatMap(fieldErrors));
}

/** Details as they were saved; undefined where they are not those of this kind, or not whole. */
export function readDetails<Kind extends PostKind>(
  kind: Kind,
  post: { kind: string; details: object },
): DetailsOf<Kind> | undefined {
  if (post.kind !== kind) return undefined;
  const parsed = SCHEMAS[kind].safeParse(post.details);
  return parsed.success ? (parsed.data as DetailsOf<Kind>) : undefined;
}

function fieldErrors(issue: z.core.$ZodIssue) {
  const at = ['details', ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: `${at}.${key}`, message: 'is not known for this kind' }));
  }
  const why = whyOf(issue);
  return [{ field: at, message: issue.message, ...(why && { why }) }];
}

/** A key by which the desk says it in its own languages. */
function whyOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type' || issue.code === 'too_small') return 'missing';
  if (issue.code === 'too_big') return 'too-much';
  if (issue.code === 'invalid_format') return WHY_FORMAT[issue.format];
  const given: unknown = issue.code === 'custom' ? issue.params?.why : undefined;
  return typeof given === 'string' ? given : undefined;
}

const WHY_FORMAT: Record<string, string> = { datetime: 'moment', url: 'web-address' };
