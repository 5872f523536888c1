import { packBlankDatabase } from '../packages/database/src/blank-database.ts';

/** Packs the blank database that a first start unpacks; part of `npm ci`. */
await packBlankDatabase();
