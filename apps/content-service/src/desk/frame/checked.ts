import { DomainError } from '@warta/problems';
import type { z } from 'zod';

/**
 * Reads by a schema of a package what a form's fields were made into; `fieldOf` gives the field that a path of it
 * came from. Why something is wrong is said by the schema, or by the last word of the path.
 * @throws {DomainError} `invalid`, with every field that is not right
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  fieldOf: (path: readonly PropertyKey[]) => string = (path) => path.join('.'),
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => {
    const last = issue.path.findLast((part) => typeof part === 'string') ?? '';
    return {
      field: fieldOf(issue.path),
      message: issue.message,
      why: whyOf(issue) ?? `field.${String(last)}`,
    };
  });
  throw new DomainError('invalid', 'Some fields are not right.', errors);
}

function whyOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_big') return 'too-much';
  const given: unknown = issue.code === 'custom' ? issue.params?.why : undefined;
  return typeof given === 'string' ? given : undefined;
}
