import { hostname } from 'node:os';
import {
  beat,
  type Change,
  type ChangeListener,
  currentGeneration,
  joinNodes,
  leaveNodes,
  leaveOthers,
  listenForChanges,
} from '@warta/changes';
import type { Database } from '@warta/database';
import { type Expectation, openNodeDeliveries, type Sighting } from '@warta/sync';
import type { BoardKeeper } from './alerts/board-keeper.ts';
import type { Config } from './config.ts';
import { every } from './due.ts';
import { Acted } from './outside-cache/acted.ts';
import type { LocalLists } from './pages/local-lists.ts';
import type { PageCache } from './pages/page-cache.ts';
import { recodeInIdleTime } from './pages/recode-in-idle-time.ts';
import { Probe } from './probe/probe.ts';

const BEAT_MS = 5000;

interface WebNodeOptions {
  config: Config;
  database: Database;
  cache: PageCache;
  locals: LocalLists;
  keeper: BoardKeeper;
  onError: (error: unknown) => void;
}

/** By what name the others know the process that answers there. */
export const nodeName = (origin: string) => `${hostname()}:${new URL(origin).port}`;

/**
 * What a process that serves readers does besides answering them: it is known to the others, hears of changes, and
 * looks whether what must stand does.
 */
export class WebNode {
  readonly #options: WebNodeOptions;
  #probe: Probe | undefined;
  #listener: ChangeListener | undefined;
  #acted: Acted | undefined;
  #stops: (() => Promise<void>)[] = [];

  constructor(options: WebNodeOptions) {
    this.#options = options;
  }

  /** Whether a cache outside may keep what this node sends. */
  get mayBeKept(): boolean {
    return this.#acted?.mayBeKept ?? false;
  }

  /** Takes its place among the nodes, as the one that answers at `origin`. */
  async join(origin: string): Promise<void> {
    const { config, database, cache, keeper, onError } = this.#options;
    const { db } = database;
    const name = nodeName(origin);
    await joinNodes(db, name, config.outsideCache && cache.heard);
    await openNodeDeliveries(db, name);
    if (database.kind === 'embedded') await leaveOthers(db, name);
    const probe = this.#openProbe(name, origin);
    const acted = config.outsideCache && this.#openActed(name);
    const heard = () => cache.heard;
    const onChanges = (changes: readonly Change[]) => this.#hear(changes);
    const listener = await listenForChanges({ database, heard, onChanges, onError });
    this.#listener = listener;
    const heart = every(BEAT_MS, onError, async () => {
      await beat(db, name);
      this.#acted?.note();
    });
    const coding = recodeInIdleTime(cache, onError);
    await listener.poll(); // what has changed while this node was not yet known to the others
    probe.wake();
    this.#stops = [
      coding.stop,
      heart.stop,
      () => listener.stop(),
      () => probe.stop(),
      () => keeper.stop(),
      async () => acted?.stop(),
      () => leaveNodes(db, name),
    ];
  }

  /** Takes in the newest changes. */
  async catchUp(): Promise<void> {
    await this.#listener?.poll();
    await this.#options.keeper.settled();
  }

  /** Looks at these as a reader of this node would; nothing is written down. */
  async see(expectations: Expectation[]): Promise<Sighting[]> {
    return this.#probe?.see(expectations) ?? [];
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) await stop();
  }

  #openProbe(node: string, origin: string): Probe {
    const { config, database, cache, keeper, onError } = this.#options;
    const ready = async () => {
      if (cache.heard < (await currentGeneration(database.db))) await this.catchUp();
      else await keeper.settled();
    };
    const publicHost = new URL(config.publicUrl).host;
    this.#probe = new Probe({ database, node, origin, publicHost, ready, onError });
    return this.#probe;
  }

  #openActed(node: string): Acted {
    const { database, cache, keeper, onError } = this.#options;
    const settled = () => keeper.settled();
    this.#acted = new Acted({ database, node, heard: () => cache.heard, settled, onError });
    return this.#acted;
  }

  #hear(changes: readonly Change[]): void {
    const { cache, locals, keeper } = this.#options;
    locals.hear(changes);
    cache.hear(changes);
    keeper.hear(changes);
    this.#probe?.wake();
    this.#acted?.note();
  }
}
