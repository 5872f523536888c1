import type { Trx } from '@warta/database';
import { type FieldError, invalid } from '@warta/problems';
import type { Site } from './site.ts';
import type { SiteChange } from './site-input.ts';

/** What a site looks like: sites keep themes and pictures opaque. */
export type SiteLook = Pick<Site, 'id' | 'slug' | 'theme' | 'accent' | 'logo' | 'hero' | 'themeSettings'>;

/** Tells what is wrong with the fields that are changed; handed in by the app, which knows themes and pictures. */
export type ValidateLook = (trx: Trx, look: SiteLook, changed: ReadonlySet<string>) => Promise<FieldError[]>;

/** @throws {DomainError} `invalid` for what is wrong with the fields of the site's look that are given. */
export async function refuseWrongLook(
  trx: Trx,
  site: SiteLook,
  given: SiteChange,
  validateLook: ValidateLook | undefined,
): Promise<void> {
  const wrong = (await validateLook?.(trx, site, new Set(Object.keys(given)))) ?? [];
  if (wrong.length > 0) throw invalid(...wrong);
}
