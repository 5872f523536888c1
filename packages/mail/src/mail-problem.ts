import { GiveUp } from '@warta/jobs';

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** The server did not take a letter. Servers quote what they refuse, so their own words are left out. */
class MailProblem extends Error {
  override name = 'MailProblem';
}

/** What went wrong, without a word of the letter; a `GiveUp` where the server refused for good. */
export function mailProblem(error: unknown): Error {
  const { code, command, responseCode, response } = error as SmtpError;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const parts = [code ?? 'error', responseCode, enhanced, command && `at ${command}`];
  const told = parts.filter((part) => part !== undefined).join(' ');
  return isFinal(error as SmtpError) ? new GiveUp(told) : new MailProblem(told);
}

/**
 * 5xx for the recipient or for the letter itself will not change. For anything before that (signing in, the
 * sender) it is our own settings that are wrong, and they can be mended while letters wait.
 */
function isFinal({ code, command, responseCode = 0 }: SmtpError): boolean {
  if (responseCode < 500) return false;
  return (code === 'EENVELOPE' && command === 'RCPT TO') || code === 'EMESSAGE';
}
