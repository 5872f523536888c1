import type { Served } from '../table/served.ts';

const REST_MS = 3000;

/** What the ministry does all the while: a headline, its correction and recall, an alert and its end, without end. */
export class SoakDesk {
  readonly #served: Served;
  readonly #working: Promise<void>;
  #stopped = false;
  steps = 0;
  readonly wrong: string[] = [];

  constructor(served: Served) {
    this.#served = served;
    this.#working = this.#work();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    for (let n = 0; !this.#stopped; n += 1) {
      await this.#headline(n).catch((error: Error) => this.wrong.push(error.message));
      if (!this.#stopped) await this.#alert().catch((error: Error) => this.wrong.push(error.message));
    }
  }

  async #headline(n: number): Promise<void> {
    const id = await this.#served.push(`Kabar ${n}`);
    await this.#rest();
    const translations = [{ locale: 'id', title: `Kabar ${n}, dibetulkan`, body: 'Isi yang cukup panjang.' }];
    const words = { translations, audience: { all: true } };
    await this.#served.call('PUT', `/headlines/${id}`, words, { 'if-match': '"1"' });
    await this.#rest();
    await this.#served.call('POST', `/headlines/${id}/recall`, { reason: 'soak' });
    await this.#rest();
  }

  async #alert(): Promise<void> {
    const area = { everywhere: true };
    const draft = await this.#served.call<Draft>('POST', '/alerts', {
      template: 'flood',
      place: 'Soak',
      area,
    });
    await this.#release(draft);
    await this.#rest();
    const match = { 'if-match': `"${draft.version}"` };
    const path = `/alerts/${draft.id}/cancellation`;
    const { version } = await this.#served.call<Draft>('POST', path, {}, match);
    await this.#release({ id: draft.id, version });
    await this.#rest();
  }

  async #release({ id, version }: Draft): Promise<void> {
    await this.#served.call(
      'POST',
      `/alerts/${id}/release`,
      { reason: 'soak' },
      { 'if-match': `"${version}"` },
    );
  }

  async #rest(): Promise<void> {
    this.steps += 1;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

interface Draft {
  id: string;
  version: number;
}
