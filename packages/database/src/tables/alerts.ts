import type { Generated } from 'kysely';
import type { Json, Moment, Now, OptionalMoment } from './columns.ts';

export interface AlertsTables {
  alert_template: {
    code: string;
    kind: 'hazard' | 'solemn';
    version: number;
    /** The version that may be used; null while none was approved. */
    approved: number | null;
  };
  alert_template_version: Written & { template: string; version: number; content: Json<unknown> };
  alert: {
    id: string;
    number: Generated<number>;
    practice: boolean;
    /** The latest that was written. */
    version: number;
    /** The version readers have; null until one was released. */
    standing: number | null;
    /** The version that waits for its release; null where none does. */
    draft: number | null;
    state: 'draft' | 'standing' | 'cancelled' | 'expired' | 'discarded';
    everywhere: Generated<boolean>;
    audience: string | null;
    released_at: OptionalMoment;
    updated_at: OptionalMoment;
    expires_at: OptionalMoment;
    /** The version whose end desk and missions were told of. */
    warned: number | null;
    created_at: Now;
  };
  alert_version: Written & {
    alert: string;
    version: number;
    kind: 'alert' | 'update' | 'cancel';
    template: string;
    content: Json<unknown>;
    /** The site that drafted it; null for the ministry. */
    site: string | null;
  };
  alert_release: {
    alert: string;
    version: number;
    /** Why one person alone released it. */
    reason: string | null;
    numbers: Json<unknown>;
    expires_at: Moment;
    person: string | null;
    released_by: string;
    received_at: Moment;
    released_at: Now;
    confirmed_person: string | null;
    confirmed_by: string | null;
    confirmed_at: OptionalMoment;
  };
  alert_link: {
    hash: string;
    alert: string;
    version: number;
    created_by: string;
    created_at: Now;
    expires_at: Moment;
    used_at: OptionalMoment;
  };
  alert_delivery: {
    alert: string;
    site: string;
    node: string;
    version: number | null;
    /** Whether it was seen to stand there, or to be gone. */
    shown: boolean | null;
    /** Whether nothing is left to look for, as long as nothing changes. */
    settled: Generated<boolean>;
    seen_at: OptionalMoment;
    error: string | null;
  };
  /** How long a version took until every node had seen it. */
  alert_proof: { alert: string; version: number; sites: number; proven_in_ms: number; at: Now };
  /** View: the sites an alert is for, by the sites there are now. */
  alert_site: { alert: string; site: string };
}

interface Written {
  person: string | null;
  created_by: string;
  created_at: Now;
}
