const root = document.documentElement;

/** The mission's zone, where the page names it; else the browser's. */
export const pageZone = root.dataset.zone;

/** Hours and minutes, as `14:05`. */
export function clock(at: number): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Day and hour, in the words of the page's language. */
export function moment(at: number, timeZone = pageZone): string {
  return format(at, { dateStyle: 'medium', timeStyle: 'short' }, timeZone);
}

function format(at: number, options: Intl.DateTimeFormatOptions, timeZone = pageZone): string {
  const locale = root.lang === 'en' ? 'en-GB' : root.lang || 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) }).format(at);
}
