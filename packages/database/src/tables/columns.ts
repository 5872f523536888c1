import type { ColumnType, JSONColumnType } from 'kysely';

export type Json<T> = JSONColumnType<T & object, string, string>;
export type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
export type Now = ColumnType<Date, Date | string | undefined, Date | string>;
export type Moment = ColumnType<Date, Date | string, Date | string>;
export type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Words in several languages, by BCP 47 tag. */
export type Words = Record<string, string>;
