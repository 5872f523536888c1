import { mkdir, open as openFile, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CATEGORIES,
  CERTAINTIES,
  type OpenAlert,
  SEVERITIES,
  type StandingAlert,
  URGENCIES,
} from '@warta/alerts';
import { DAYS, type EmergencySite } from '@warta/sites';
import { z } from 'zod';

/** What the board holds, as it stands on disk. */
export interface BoardCopy {
  alerts: readonly StandingAlert[];
  open: readonly OpenAlert[];
  sites: readonly EmergencySite[];
}

const FILE = 'standing.json';
const FORMAT = 2;

const words = z.record(z.string(), z.string());
const moment = z.iso.datetime();
const offset = z.iso.datetime({ offset: true });
const period = z.object({ days: z.array(z.enum(DAYS)), opens: z.string(), closes: z.string() });
const hours = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('weekly'), periods: z.array(period) }),
]);
const number = z.looseObject({
  site: z.string(),
  label: words,
  kind: z.enum(['phone', 'whatsapp']),
  value: z.string(),
  hours: hours.optional(),
});
const alert = z.looseObject({
  ...{ id: z.string(), number: z.int().positive(), version: z.int().positive() },
  kind: z.enum(['hazard', 'solemn']),
  severity: z.enum(SEVERITIES),
  texts: z.array(z.object({ locale: z.string(), heading: z.string(), body: z.string() })).min(1),
  ...{ everywhere: z.boolean(), practice: z.boolean(), sites: z.array(z.string()) },
  ...{ numbersThere: z.array(number), numbersHome: z.array(number) },
  ...{ releasedAt: moment, updatedAt: moment, expiresAt: moment },
});
const content = z.looseObject({
  ...{ category: z.enum(CATEGORIES), event: words },
  ...{ severity: z.enum(SEVERITIES), urgency: z.enum(URGENCIES), certainty: z.enum(CERTAINTIES) },
  area: z.looseObject({
    everywhere: z.boolean().optional(),
    countries: z.array(z.string()).optional(),
    sites: z.array(z.string()).optional(),
  }),
  texts: z
    .array(z.object({ locale: z.string(), heading: z.string(), body: z.string(), instruction: z.string() }))
    .min(1),
});
const released = z.looseObject({
  ...{ version: z.int().positive(), kind: z.enum(['alert', 'update', 'cancel']), template: z.string() },
  ...{ content, at: offset, expiresAt: offset },
  numbers: z.object({ there: z.array(number), home: z.array(number) }),
});
const open = z.looseObject({
  ...{ id: z.string(), number: z.int().positive(), kind: z.enum(['hazard', 'solemn']) },
  ...{ practice: z.boolean(), cancelled: z.boolean(), sites: z.array(z.string()) },
  versions: z.array(released).min(1),
  ...{ releasedAt: moment, updatedAt: moment, expiresAt: moment },
});
const site = z.looseObject({
  ...{ id: z.string(), slug: z.string(), kind: z.string(), host: z.string().nullable(), name: words },
  fullName: words,
  ...{ locales: z.array(z.string()), timezone: z.string(), country: z.string() },
  accreditedTo: z.array(z.string()),
  ...{ theme: z.string(), accent: z.string() },
  contacts: z.array(
    z.looseObject({
      kind: z.enum(['phone', 'whatsapp', 'email']),
      value: z.string(),
      label: words,
      hours: hours.nullable(),
    }),
  ),
});
const copy = z.object({
  format: z.literal(FORMAT),
  savedAt: moment,
  alerts: z.array(alert),
  open: z.array(open),
  sites: z.array(site),
});

/** The copy in a folder, and when it was written; undefined where there is none that can be understood. */
export async function readBoardCopy(dataDir: string): Promise<(BoardCopy & { savedAt: Date }) | undefined> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '');
  try {
    const { savedAt, ...read } = copy.parse(JSON.parse(text));
    return { ...(read as unknown as BoardCopy), savedAt: new Date(savedAt) };
  } catch {
    return undefined;
  }
}

/** Writes the copy so that whatever happens meanwhile, the whole new one or the whole old one is there. */
export async function writeBoardCopy(dataDir: string, { alerts, open, sites }: BoardCopy): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.${FILE}.${process.pid}`);
  const file = await openFile(draft, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify({ format: FORMAT, savedAt: new Date(), alerts, open, sites }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(dataDir, FILE));
  const folder = await openFile(dataDir);
  await folder.sync().finally(() => folder.close());
}
