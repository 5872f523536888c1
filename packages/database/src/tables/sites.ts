import type { ColumnType, Generated } from 'kysely';
import type { Json, Now, OptionalJson, Words } from './columns.ts';

export interface SitesTables {
  site: {
    id: string;
    slug: string;
    kind: string;
    name: Json<Words>;
    full_name: Json<Words>;
    city: string;
    country: string;
    region: string | null;
    timezone: string;
    locales: string[];
    latitude: number | null;
    longitude: number | null;
    host: string | null;
    theme: Generated<string>;
    accent: Generated<string>;
    theme_settings: OptionalJson;
    status: Generated<string>;
    status_note: ColumnType<Words, string | undefined, string>;
    served_by: Generated<string[]>;
    four_eyes: Generated<boolean>;
    logo: string | null;
    hero: string | null;
    menu: OptionalJson;
    social: OptionalJson;
    categories: OptionalJson;
    contacts: OptionalJson;
    holidays: OptionalJson;
    services: OptionalJson;
    version: Generated<number>;
    created_at: Now;
  };
  /** Missions under one name. */
  site_group: { id: string; key: string; name: Json<Words>; version: Generated<number> };
  site_group_member: { site_group: string; site: string };
  site_country: { site: string; country: string; role: 'host' | 'accredited' };
}
