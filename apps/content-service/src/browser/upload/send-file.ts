import type { DetailedError } from 'tus-js-client';
import { csrfToken, renewToken } from '../csrf.ts';

/** What the service answers when a file has arrived. */
export interface Media {
  id: string;
  width: number;
  height: number;
  alt: string;
  src: string;
}

/** Why a file did not arrive: refused with a reason, or because of who is signed in, or the line. */
export class SendError extends Error {
  readonly status: number;
  constructor(status: number, message = '') {
    super(message);
    this.status = status;
  }
}

export interface Sending {
  endpoint: string;
  file: File;
  body: Blob;
  onProgress(percent: number): void;
}

/** Small enough that a line which drops often gets on, large enough that a good one is not slowed. */
const CHUNK = 2 * 1024 * 1024;
const RETRY_MS = [0, 1000, 3000, 6000, 12_000];

/** Sends a file in pieces; what has arrived is not sent again, also not after a dropped line or a reload. */
export async function sendFile({ endpoint, file, body, onProgress }: Sending): Promise<Media> {
  const { Upload } = await import('./resumable.ts');
  const sent = await new Promise<{ url: string | null; answer: string }>((resolve, reject) => {
    const upload = new Upload(body, {
      endpoint,
      chunkSize: CHUNK,
      retryDelays: RETRY_MS,
      metadata: { filename: file.name, filetype: body.type },
      removeFingerprintOnSuccess: true,
      // The name alone would resume another picture of the same name.
      fingerprint: async () =>
        ['warta', endpoint, file.name, file.size, file.lastModified, body.size].join(':'),
      onBeforeRequest: (request) => request.setHeader('x-csrf-token', csrfToken()),
      onProgress: (sent, total) => onProgress(Math.floor((100 * sent) / Math.max(1, total))),
      onSuccess: ({ lastResponse }) => resolve({ url: upload.url, answer: lastResponse.getBody() }),
      onError: (error) => reject(asSendError(error)),
    });
    upload
      .findPreviousUploads()
      .then(([previous]) => previous && upload.resumeFromPreviousUpload(previous))
      .finally(() => upload.start());
  });
  return parse(sent.answer) ?? askAgain(sent.url);
}

/** A resumed upload may have been complete already; then its address says what it has become. */
async function askAgain(url: string | null): Promise<Media> {
  const answer = await fetch(url ?? '', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new SendError(answer.status);
  return (await answer.json()) as Media;
}

function asSendError(error: Error | DetailedError): SendError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return new SendError(0);
  const said = response.getBody();
  const { message } = (parse(said) as unknown as { message?: string } | undefined) ?? {};
  return new SendError(response.getStatus(), message ?? (said.length < 200 ? said.trim() : ''));
}

function parse(text: string): Media | undefined {
  try {
    return JSON.parse(text) as Media;
  } catch {
    return undefined;
  }
}

/** Whether a session that had ended goes on, so that sending again makes sense. */
export async function mayGoOn(error: SendError): Promise<boolean> {
  return error.status === 403 && (await renewToken()) === 'renewed';
}
