import { sql } from 'kysely';

/** What a person is called, and how the act was signed where there is none. */
export const nameOf = (person: string, signed: string) =>
  sql`coalesce((select p.name from person p where p.id = ${sql.ref(person)}), ${sql.ref(signed)})`;
