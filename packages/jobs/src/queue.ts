/** One kind of work that is done later, at least once. */
export interface Queue<P extends object> {
  name: string;
  /** How often it is tried before it is given up. */
  attempts: number;
  /** The wait before the second try; each further one is about twice as long, by chance a bit less or more. */
  firstDelaySeconds: number;
  longestDelaySeconds: number;
  /** One try takes no longer: its signal is aborted then. */
  timeoutSeconds: number;
  /** How many are done at once in one process. */
  atOnce: number;
  /** Only for the compiler: what a job of this queue holds, as JSON. */
  readonly payload?: P;
}

/** The shortest that the library allows; a job whose process was killed is free again after this time. */
const HEARTBEAT_SECONDS = 10;
/** Only jobs whose processes died at each try are ever left behind; what they hold may be private. */
const LEFTOVER_SECONDS = 24 * 60 * 60;

/** The queue as the library wants it. The lease is longer than the work, so that no job is done by two at once. */
export function bossQueue(queue: Queue<object>) {
  return {
    retryLimit: queue.attempts - 1,
    retryDelay: queue.firstDelaySeconds,
    retryDelayMax: queue.longestDelaySeconds,
    retryBackoff: true,
    expireInSeconds: 2 * queue.timeoutSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: LEFTOVER_SECONDS,
    notify: true,
  };
}
