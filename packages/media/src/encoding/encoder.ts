import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { atMost } from '../at-most.ts';
import { MediaError } from '../media-error.ts';
import { fontSettings } from './fonts.ts';
import type { CardJob, EncodedPicture, EncodingAnswer, EncodingJob } from './protocol.ts';

export interface EncoderLimits {
  /** How long one picture may take. */
  seconds?: number;
  /** How many pictures one process encodes: what its allocator does not give back ends with it. */
  most?: number;
  /** How long a process waits for the next picture. */
  idleSeconds?: number;
}

/** What ended the process before it answered. */
type Ended = 'by-itself' | 'too-slow';

/**
 * Encodes one picture at a time, in a process of its own. One that takes too long is killed and a damaged decoder
 * takes only that process with it: the service and its memory stay as they were. The process starts with the first
 * picture, and ends by itself when none has come for a while.
 */
export class Encoder {
  readonly #limits: Required<EncoderLimits>;
  readonly #oneAtATime = atMost(1);
  #child: ChildProcess | undefined;
  #encoded = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor({ seconds = 60, most = 50, idleSeconds = 30 }: EncoderLimits = {}) {
    this.#limits = { seconds, most, idleSeconds };
  }

  /** The process that encodes now, or waits for the next picture. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Throws a `MediaError` for a picture that cannot be kept, and an Error where something else is wrong. */
  async encode(job: EncodingJob): Promise<EncodedPicture> {
    const made = await this.#do(job);
    if (!made) throw new Error('A picture was encoded into nothing.');
    return made;
  }

  /** Draws a card; throws as `encode`. */
  async draw(job: CardJob): Promise<void> {
    await this.#do(job);
  }

  #do(job: EncodingJob | CardJob): Promise<EncodedPicture | null> {
    return this.#oneAtATime(async () => {
      let answer = await this.#ask(job);
      // The system may have ended it for want of memory, which says nothing about this picture.
      if (answer === 'by-itself') answer = await this.#ask(job);
      if (answer === 'too-slow') throw new MediaError('too-slow');
      if (answer === 'by-itself') throw new MediaError('unreadable');
      if ('refusal' in answer) throw new MediaError(answer.refusal);
      if ('failure' in answer) throw new Error(`A picture could not be encoded: ${answer.failure}`);
      return answer.made;
    });
  }

  async #ask(job: EncodingJob | CardJob): Promise<EncodingAnswer | Ended> {
    clearTimeout(this.#idle);
    this.#child ??= this.#start();
    const child = this.#child;
    hold(child);
    const answer = await answerOf(child, job, this.#limits.seconds * 1000);
    this.#encoded += 1;
    if (typeof answer === 'string' || this.#encoded >= this.#limits.most) this.#end(child);
    else {
      release(child);
      this.#idle = setTimeout(() => this.#end(child), this.#limits.idleSeconds * 1000).unref();
    }
    return answer;
  }

  #start(): ChildProcess {
    const child = start();
    child.once('exit', () => this.#end(child));
    return child;
  }

  #end(child: ChildProcess): void {
    child.kill('SIGKILL');
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#encoded = 0;
  }
}

/** Without the service's environment, so that no key is in reach of a decoder; behind readers in the queue. */
function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'process.ts'), {
    env: { MALLOC_ARENA_MAX: '2', FONTCONFIG_FILE: fontSettings() },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('error', () => {}); // between two pictures nobody else listens
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It may have ended already, or the system may not allow it: pictures are encoded all the same.
  }
  return child;
}

function answerOf(
  child: ChildProcess,
  job: EncodingJob | CardJob,
  ms: number,
): Promise<EncodingAnswer | Ended> {
  return new Promise((resolve) => {
    const settle = (answer: EncodingAnswer | Ended) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onEnd).off('error', onError);
      resolve(answer);
    };
    const onMessage = (answer: unknown) => settle(answer as EncodingAnswer);
    const onEnd = (code: number | null) =>
      settle(code ? { failure: `the process ended with ${code}` } : 'by-itself');
    const onError = (error: Error) => settle({ failure: String(error) });
    const timer = setTimeout(() => settle('too-slow'), ms);
    child.on('message', onMessage).on('exit', onEnd).on('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onEnd(child.exitCode);
    else child.send(job, (error) => error && settle('by-itself'));
  });
}

/** A process that waits for pictures does not keep this one from ending; one that encodes does. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
