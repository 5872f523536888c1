import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';
import type { PublicRequest } from './answer-address.ts';
import { ownHostOf } from './own-host.ts';

const LONGEST_QUERY = 60;
const SEARCH = /^(?:\/[^/]+){0,2}\/search\/?$/i;
const NO_QUERY = new URLSearchParams();
const NO_FILTER = { q: '', region: '' };

/** What is read of a request before anything else is known of it. */
export type Asked = { url?: string | undefined; headers: IncomingHttpHeaders };

/** Reads of a request what its answer depends on. */
export function requestReader(config: Config): (asked: Asked) => PublicRequest {
  const ownHost = ownHostOf(config);
  return ({ url = '/', headers }) => {
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    const query = end < 0 ? undefined : new URLSearchParams(url.slice(end + 1));
    return {
      ownHost: ownHost(headers.host ?? ''),
      path,
      page: query?.get('page') ?? undefined,
      video: query?.has('video') ?? false,
      search: query && isSearch(path) ? query : NO_QUERY,
      filter: isMissions(path) ? { q: clip(query?.get('q')), region: clip(query?.get('region')) } : NO_FILTER,
    };
  };
}

/** Only what an answer depends on: other query parameters lead to the same page. */
export function keyOf({ ownHost = '', path, page = '', video, filter }: PublicRequest): string {
  return `${ownHost}\n${path}\n${page}\n${video ? 'video' : ''}\n${filter.q}\n${filter.region}`;
}

export const isSearch = (path: string) => path.includes('search') && SEARCH.test(path);

const isMissions = (path: string) => path === '/missions' || path === '/en/missions';
const clip = (value: string | null | undefined) => (value ?? '').trim().slice(0, LONGEST_QUERY);
