import type { Generated } from 'kysely';
import type { Moment, Now, OptionalMoment } from './columns.ts';

export interface AccountsTables {
  person: {
    id: string;
    email: string;
    name: string;
    language: 'id' | 'en';
    /** A PHC string; null until the invitation is accepted. */
    password: string | null;
    totp_secret: string | null;
    /** The time step of the newest code that was taken: no code is taken twice. */
    totp_step: number | null;
    factor_due_at: OptionalMoment;
    mail_off: Generated<string[]>;
    accepted_at: OptionalMoment;
    disabled_at: OptionalMoment;
    version: Generated<number>;
    created_at: Now;
  };
  membership: { person: string; role: string; site: string | null };
  backup_code: { person: string; hash: string; used_at: OptionalMoment };
  one_time_link: {
    hash: string;
    person: string;
    purpose: 'invitation' | 'password' | 'second-factor';
    created_by: string;
    created_at: Now;
    expires_at: Moment;
    used_at: OptionalMoment;
  };
  session: {
    id: string;
    hash: string;
    person: string;
    factor: boolean;
    address: string;
    agent: string;
    created_at: Now;
    seen_at: Now;
    expires_at: Moment;
  };
  known_device: { hash: string; person: string; seen_at: Now };
  /** Kept by the library that counts attempts. */
  attempts: { key: string; points: number; expire: number | null };
  token: {
    id: string;
    name: string;
    role: string;
    hash: string;
    person: string | null;
    scopes: string[] | null;
    created_at: Now;
    expires_at: OptionalMoment;
    revoked_at: OptionalMoment;
  };
}
