import { DomainError } from '@warta/problems';

/** Why a picture is refused. The desk has words for each; `message` is for logs and for the API. */
export type MediaRefusal = 'format' | 'unreadable' | 'too-large' | 'too-small' | 'too-tall';

const SENTENCES: Record<MediaRefusal, string> = {
  format: 'The file is not a picture we take: use JPEG, PNG, WebP, AVIF or GIF.',
  unreadable: 'The picture is damaged and cannot be read.',
  'too-large': 'The picture has more than 60 million pixels.',
  'too-small': 'The picture is less than 100 pixels wide.',
  'too-tall': 'The picture is more than eight times as high as it is wide.',
};

/** A picture that cannot be kept: an invalid `file`, with a whole sentence in English. */
export class MediaError extends DomainError {
  override name = 'MediaError';
  readonly reason: MediaRefusal;

  constructor(reason: MediaRefusal, cause?: unknown) {
    super('invalid', SENTENCES[reason], [{ field: 'file', message: SENTENCES[reason] }]);
    this.reason = reason;
    if (cause !== undefined) this.cause = cause;
  }
}
