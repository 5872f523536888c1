import type { Database } from '@warta/database';
import type { Db } from 'pg-boss';

/** Our database as the queue library wants it: the same pool, and the same way to listen. */
export function bossDatabase(database: Database): Db {
  return {
    executeSql: async (text, values) => ({ rows: await database.run(text, values) }),
    async listen(channel, onNotification, onReconnect) {
      const close = await database.listen(channel, onNotification);
      onReconnect();
      return { close };
    },
  };
}
