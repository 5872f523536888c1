/** Thrown by a handler when trying again cannot help. */
export class GiveUp extends Error {
  override name = 'GiveUp';
}

/** A try went wrong; `cause` says how. What the job holds is not told. */
export class JobFailed extends Error {
  override name = 'JobFailed';
  constructor(queue: string, id: string, attempt: number, last: boolean, cause: unknown) {
    const next = last ? 'it is given up' : 'it will be tried again';
    super(`job ${id} of the queue ${queue} failed at attempt ${attempt}; ${next}`, { cause });
  }
}
