import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Half-written pictures and half-sent files, which nothing refers to. */
const UNFINISHED = ['.drafts', '.uploads'];

/** All files below a folder, by their paths within it, sorted; none where there is no such folder. */
export async function listFiles(dir: string): Promise<string[]> {
  const files = await below(dir, '');
  return files.sort();
}

async function below(dir: string, path: string): Promise<string[]> {
  const entries = await readdir(join(dir, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = entries.map((entry) => {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return UNFINISHED.includes(inside) ? [] : below(dir, inside);
    return entry.isFile() ? [inside] : [];
  });
  return (await Promise.all(found)).flat();
}
