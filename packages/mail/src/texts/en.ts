import { quoted, type Texts } from './texts.ts';

export const ENGLISH: Texts = {
  greeting: (name) => (name ? `Dear ${name},` : 'Good day,'),
  footer: (origin) => `Sent by the service at ${origin}. Answers to this address are not read.`,
  turnOff: (origin) => `You can turn this kind of mail off under your account at ${origin}/desk.`,
  letters: {
    invitation: ({ who, site, link, until }, date) => ({
      subject: 'Your account at Warta',
      paragraphs: [
        site
          ? `${who} has made an account for you, to write for ${site}.`
          : `${who} has made an account for you.`,
        'Open this page to choose your password. The link works once:',
        link,
        `It can be used until ${date(until)}. If you did not expect it, nothing has to be done.`,
      ],
    }),
    'password-reset': ({ link, until }, date) => ({
      subject: 'A new way into your account',
      paragraphs: [
        'A link to set your sign-in anew was made for your account. It works once:',
        link,
        `It can be used until ${date(until)}. If you did not ask for it, do not open it, and tell your head of site.`,
      ],
    }),
    'review-asked': ({ who, title, site, link, note }) => ({
      subject: `Review asked: ${title}`,
      paragraphs: [`${who} asks you to review “${title}” for ${site}.`, ...quoted(note), link],
    }),
    'changes-asked': ({ who, title, site, link, note }) => ({
      subject: `Changes asked for: ${title}`,
      paragraphs: [`${who} has read “${title}” for ${site} and asks for changes.`, ...quoted(note), link],
    }),
    published: ({ who, title, site, link }) => ({
      subject: `Published: ${title}`,
      paragraphs: [`${who} has approved “${title}”. It now stands on the site of ${site}.`, link],
    }),
    'something-due': ({ what, title, site, link, at }, date) =>
      what === 'scheduled'
        ? {
            subject: `Soon to be published: ${title}`,
            paragraphs: [`“${title}” for ${site} will be published on ${date(at)}.`, link],
          }
        : {
            subject: `Closing soon: ${title}`,
            paragraphs: [
              `“${title}” of ${site} is open until ${date(at)} and will then be marked closed.`,
              link,
            ],
          },
    'alert-ends': ({ title, practice, link, at }, date) => ({
      subject: `${practice ? 'Drill: an' : 'An'} alert ends soon: ${title}`,
      paragraphs: [
        `The alert “${title}” ends by itself on ${date(at)}. From then on readers no longer see it.`,
        'If it is not over by then, update the alert before:',
        link,
      ],
    }),
    acknowledgment: ({ what, title, site, link, due }, date) =>
      what === 'asked'
        ? {
            subject: `To be acknowledged: ${title}`,
            paragraphs: [
              `The ministry has sent “${title}” to ${site} and asks you to acknowledge it by ${date(due)}.`,
              link,
            ],
          }
        : {
            subject: `Not acknowledged: ${title}`,
            paragraphs: [
              `The ministry asked ${site} to acknowledge “${title}” by ${date(due)}. Nobody has done so.`,
              link,
            ],
          },
    'new-sign-in': ({ device, at, link }, date) => ({
      subject: 'Sign-in from a new device',
      paragraphs: [
        `Your account was signed in from a device it was not seen on before: ${device}, on ${date(at)}.`,
        'If it was you, nothing has to be done. If not, end that session and change your password here:',
        link,
      ],
    }),
  },
};
