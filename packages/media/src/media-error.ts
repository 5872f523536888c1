import { DomainError } from '@warta/problems';

/** Why a file is refused. The desk has words for each; `message` is for logs and for the API. */
export type MediaRefusal = keyof typeof SENTENCES;

const SENTENCES = {
  format: 'The file is not a picture we take: use JPEG, PNG, WebP, AVIF or GIF.',
  heic: 'The picture is in HEIC, which browsers cannot show: on an iPhone, choose Settings, Camera, Formats, Most Compatible, or send the picture to yourself by mail, and take the JPEG.',
  animated: 'The picture moves: send a still one, or link to a video.',
  unreadable: 'The picture is damaged and cannot be read.',
  'too-heavy': 'The picture has more than 40 MB.',
  'too-large': 'The picture has more than 60 million pixels.',
  'too-small': 'The picture is less than 100 pixels wide.',
  'too-tall': 'The picture is more than eight times as high as it is wide.',
  'too-slow': 'The picture took too long to work on: save it anew as JPEG and send that.',
  'not-a-document': 'The file is not a PDF document.',
  'document-damaged': 'The document is damaged: its end is missing.',
  'document-too-heavy': 'The document has more than 20 MB.',
} as const;

/** A file that cannot be kept: an invalid `file`, with a whole sentence in English. */
export class MediaError extends DomainError {
  override name = 'MediaError';
  readonly reason: MediaRefusal;

  constructor(reason: MediaRefusal, cause?: unknown) {
    const message = SENTENCES[reason];
    super('invalid', message, [{ field: 'file', message, why: `media.${reason}` }]);
    this.reason = reason;
    if (cause !== undefined) this.cause = cause;
  }
}
