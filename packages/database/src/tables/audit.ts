import type { Now, OptionalJson } from './columns.ts';

export interface AuditTables {
  audit: {
    id: string;
    at: Now;
    actor: string;
    person: string | null;
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
}
