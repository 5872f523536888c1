import type { ColumnType } from 'kysely';
import type { Now, Words } from './columns.ts';

export interface MediaTables {
  media: {
    id: string;
    site: string;
    alt: ColumnType<Words, string | undefined, string>;
    width: number;
    height: number;
    widths: number[];
    digest: string;
    created_at: Now;
  };
}
