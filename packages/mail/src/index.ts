export type { Letter, LetterKind, Recipient } from './letter.ts';
export { MAIL_QUEUE, type Mail, openMail, type SendMail, type Sent, workMail } from './mail.ts';
export { NOTIFICATIONS } from './notifications.ts';
export type { MailSettings } from './transport.ts';
