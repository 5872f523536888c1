import type { Sent } from '../../frame/forms.ts';

/** The version of the plan that a form was begun with. */
export function versionIn({ _version }: Sent): number {
  const read = Number.parseInt([_version ?? ''].flat()[0] ?? '', 10);
  return Number.isSafeInteger(read) && read >= 0 ? read : -1;
}
