import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { photoTimes } from '../pictures.ts';
import type { Line } from './line.ts';
import { machine } from './machine.ts';

const ROUNDS = 7;

/** All renditions of a photo of 12 megapixels, by us and by the library alone. */
export async function measurePhoto(): Promise<Line> {
  const note = machine();
  const place = await mkdtemp(join(tmpdir(), 'warta-photo-'));
  try {
    const { ours, alone } = await photoTimes(place, ROUNDS);
    const inMs = (seconds: number[]) => seconds.map((each) => each * 1000);
    return {
      row: '12-megapixel photo',
      unit: 'ms',
      ours: inMs(ours),
      yardstick: inMs(alone),
      reach: { ratio: { atMost: 1.1 } },
      note,
    };
  } finally {
    await rm(place, { recursive: true });
  }
}
