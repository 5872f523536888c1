export { type AuditLine, type AuditQuery, findAudit, findAuditOf, walkAudit } from './find-audit.ts';
export {
  findAnswer,
  type IdempotentRequest,
  keepAnswer,
  pruneAnswers,
  type StoredAnswer,
} from './idempotency.ts';
export { type Actor, type AuditEntry, recordAudit } from './record-audit.ts';
