import type { LetterKind } from './letter.ts';

export interface Notification {
  kind: LetterKind;
  /** What the person's settings call it, by language. */
  label: { id: string; en: string };
}

/**
 * What a person can turn off, as the kinds that are kept with the person. An invitation and a new password
 * are missing here: nobody can do without them.
 */
export const NOTIFICATIONS = [
  {
    kind: 'review-asked',
    label: { id: 'Seseorang meminta tinjauan saya', en: 'Somebody asks for my review' },
  },
  {
    kind: 'changes-asked',
    label: { id: 'Tulisan saya diminta untuk diubah', en: 'Changes to a text of mine are asked for' },
  },
  {
    kind: 'published',
    label: { id: 'Tulisan saya disetujui dan terbit', en: 'A text of mine was approved and published' },
  },
  {
    kind: 'something-due',
    label: {
      id: 'Jadwal terbit atau batas pendaftaran sudah dekat',
      en: 'A scheduled text or a closing date is near',
    },
  },
  {
    kind: 'new-sign-in',
    label: { id: 'Akun saya masuk dari perangkat baru', en: 'My account signs in from a new device' },
  },
] as const satisfies readonly Notification[];

const CAN_BE_OFF: ReadonlySet<string> = new Set(NOTIFICATIONS.map(({ kind }) => kind));

/** Whether somebody who turned these kinds off still gets this one. */
export function wants(kind: LetterKind, mailOff: readonly string[]): boolean {
  return !CAN_BE_OFF.has(kind) || !mailOff.includes(kind);
}
