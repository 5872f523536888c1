import DataLoader from 'dataloader';

/**
 * Gathers single look-ups into one query for many. While a query is under way the next ones wait and go
 * together, so the more is asked at once the fewer queries there are.
 */
export function oneAtATime<Key, Value>(
  find: (keys: readonly Key[]) => Promise<readonly Value[]>,
  most = 200,
): (key: Key) => Promise<Value> {
  let running: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const found = find(keys);
      running = found.catch(() => {});
      return found as Promise<Value[]>;
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => void running.then(() => setImmediate(dispatch)),
    },
  );
  return (key) => loader.load(key);
}
