import type { Kysely, Transaction } from 'kysely';
import type { AccountsTables } from './tables/accounts.ts';
import type { AlertsTables } from './tables/alerts.ts';
import type { AuditTables } from './tables/audit.ts';
import type { ChangesTables } from './tables/changes.ts';
import type { MediaTables } from './tables/media.ts';
import type { PostsTables } from './tables/posts.ts';
import type { SitesTables } from './tables/sites.ts';
import type { SyncTables } from './tables/sync.ts';

/** Every table and view, by the part of the house that writes it. */
export interface Tables
  extends ChangesTables,
    AuditTables,
    AccountsTables,
    SitesTables,
    MediaTables,
    PostsTables,
    SyncTables,
    AlertsTables {}

/** The database, or a transaction on it: what every function of a package takes first. */
export type Db = Kysely<Tables> | Transaction<Tables>;
/** A transaction: taken by functions that write more than one row. */
export type Trx = Transaction<Tables>;
