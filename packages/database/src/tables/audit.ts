import type { Now, OptionalJson, OptionalMoment } from './columns.ts';

export interface AuditTables {
  audit: {
    id: string;
    at: Now;
    actor: string;
    source: string;
    action: string;
    subject: string;
    site: string | null;
    before: OptionalJson;
    after: OptionalJson;
  };
  idempotency_key: {
    actor: string;
    method: string;
    path: string;
    key: string;
    body_hash: string;
    status: number | null;
    response: OptionalJson;
    headers: OptionalJson;
    created_at: Now;
  };
  token: {
    id: string;
    name: string;
    role: string;
    hash: string;
    created_at: Now;
    expires_at: OptionalMoment;
    revoked_at: OptionalMoment;
  };
}
