import { readdir } from 'node:fs/promises';
import { photo } from '@warta/media/testing';
import type { SentFile } from './desk-client.ts';

export const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
export const LIBRARY = '/desk/sites/tokyo/media';

/** A photo of its own: each has other bytes. */
export async function photoFile(name = 'photo.jpg', width = 640, height = 400): Promise<SentFile> {
  return { name, type: 'image/jpeg', body: new Uint8Array(await photo(width, height)) };
}

export const pdfFile = (name = 'guide.pdf', body = PDF): SentFile => ({
  name,
  type: 'application/pdf',
  body,
});

/** What a redirect leads to describe. */
export function idsIn(location: string | undefined): string[] {
  const of = new URL(location ?? '', 'http://x').searchParams.get('of');
  return of ? of.split(',') : [];
}

/** Every file below the media folder, those of unfinished uploads included. */
export async function filesBelow(mediaDir: string): Promise<string[]> {
  const entries = await readdir(mediaDir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
