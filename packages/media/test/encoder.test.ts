import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { Encoder, type EncoderLimits } from '../src/encoding/encoder.ts';
import { picture, temporaryFolder } from './support.ts';

const place = await temporaryFolder(t);
await writeFile(join(place, 'red.png'), await picture(200));
const job = async (name: string) => {
  const folder = join(place, name);
  await mkdir(folder);
  return { source: join(place, 'red.png'), folder };
};
const isAlive = (pid = 0) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
function encoder(limits?: EncoderLimits): Encoder {
  return new Encoder(limits);
}

t.test('a picture that takes too long is stopped, and the next one is taken', async (t) => {
  const hurried = encoder({ seconds: 0.001 });
  const slow = hurried.encode(await job('slow'));
  const { pid } = hurried;
  await t.rejects(slow, { name: 'MediaError', reason: 'too-slow' });
  t.equal(hurried.pid, undefined);
  t.ok(pid === undefined || pid !== process.pid);
  t.match(await encoder().encode(await job('next')), { width: 1000 });
});

t.test('a process that is killed under way is replaced, and the picture is made after all', async (t) => {
  const one = encoder();
  await one.encode(await job('warm'));
  const first = one.pid ?? 0;
  const made = one.encode(await job('killed'));
  process.kill(first, 'SIGKILL');
  t.match(await made, { width: 1000, widths: [480, 1000] });
  t.not(one.pid, first);
  t.ok(isAlive(one.pid));
});

t.test('a process ends after so many pictures, or when none has come for a while', async (t) => {
  const brief = encoder({ most: 2 });
  await brief.encode(await job('first'));
  const { pid } = brief;
  t.ok(isAlive(pid), 'it waits for the second');
  await brief.encode(await job('second'));
  t.equal(brief.pid, undefined);
});

t.test('what is wrong with the disk is not said of the picture', async (t) => {
  const source = join(place, 'red.png');
  const failing = encoder().encode({ source, folder: join(place, 'nowhere') });
  await t.rejects(failing, { name: 'Error', message: /could not be encoded: .*ENOENT/ });
});
