import { DomainError, type ProblemCode } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { type Errors, errorsIn } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';

const STATUS: Partial<Record<ProblemCode, number>> = {
  invalid: 422,
  forbidden: 403,
  conflict: 409,
  'stale-version': 412,
};

/** Why something was not done with an alert, and what to do instead, in the words of whoever asked. */
export function refusal(
  request: FastifyRequest,
  error: DomainError,
  what: 'release' | 'link' | 'confirm' | 'extend',
): { status: number; errors: Errors } {
  const status = STATUS[error.code];
  if (status === undefined) throw error;
  const t = deskWords(deskLanguage(request));
  const [first] = error.errors;
  if (error.code !== 'invalid' || !first) {
    return { status, errors: { form: t(`alerts.refused.${error.code}`, { what: t(`alerts.did.${what}`) }) } };
  }
  if (first.field !== 'reason') return { status, errors: { form: t('alerts.refused.over') } };
  const told = new DomainError('invalid', error.message, [{ ...first, why: 'alert.reason' }]);
  return { status, errors: errorsIn(request, told) };
}
