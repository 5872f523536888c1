import { may, type Permission } from '@warta/accounts';
import type { DraftOf } from '@warta/posts';
import type { Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../session.ts';
import { TEXT, textAddress } from './address.ts';

/** Where a text is written, and where its pages at the desk are. */
export interface TextAddress {
  site: Site;
  post: string;
  locale: string;
  /** What it is a language of. */
  of: DraftOf;
  /** The languages it may be written in. */
  locales: readonly string[];
  /** The address of the text's pages at the desk. */
  here: string;
  /** That of what it is a language of. */
  above: string;
  /** What each of its languages adds its tag to. */
  texts: string;
  /** Where one goes on from a text that is ready. */
  next: string;
  /** That of the site's pictures. */
  library: string;
}

/** What differs between writing a site's posts and the ministry's headlines: addresses, permissions, the page. */
export interface WritingPlace {
  /** The address of a text, as routes name it. */
  text: string;
  read: Permission;
  write: Permission;
  /** The template around the form. */
  page: string;
  /** What one is called that has no title yet, by its kind: a key of the desk's words. */
  newOne: (kind: string) => string;
  /** @throws {DomainError} `not-found` for what cannot be an address of a text there */
  addressOf: (request: FastifyRequest) => Promise<TextAddress>;
}

/** A site's own posts. */
export const POSTS: WritingPlace = {
  text: TEXT,
  read: 'posts:read',
  write: 'posts:write',
  page: 'posts/edit',
  newOne: (kind) => `edit.new-${kind}`,
  addressOf: async (request) => textAddress(request),
};

/** What pages of a text are drawn with; the frame alone says on which site one works. */
export function pageOf(request: FastifyRequest, { write }: WritingPlace, address: TextAddress) {
  const { site, ...rest } = address;
  const caller = callerOf(request);
  return {
    ...rest,
    mayWrite: may(caller, write, site),
    mayAddPictures: may(caller, write, site) && may(caller, 'media:write', site),
  };
}
