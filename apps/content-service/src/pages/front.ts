import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Page } from './page.ts';
import { writePage } from './send-page.ts';

/** The page that a reader is to get if it is kept, ready to be sent. */
export type FindKept = (request: IncomingMessage) => Page | undefined;

/**
 * Stands before the framework and sends pages that are kept by itself: that costs little more than a bare server does,
 * where routing and hooks, which have nothing to do for such a page, would cost as much again.
 */
export class Front {
  #find: FindKept | undefined;
  #isClosing = false;

  /** From now on `find` is asked for each GET. */
  open(find: FindKept): void {
    this.#find = find;
  }

  /** From now on each connection ends with its answer. */
  close(): void {
    this.#isClosing = true;
  }

  /** What answers a server's requests: pages that are kept, and `next` for everything else. */
  before(next: RequestListener): RequestListener {
    return (request, response) => {
      if (!this.#send(request, response)) next(request, response);
    };
  }

  #send(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || !this.#find) return false;
    const page = this.#find(request);
    if (!page) return false;
    writePage(request, response, page, this.#isClosing);
    return true;
  }
}
