import { writeFile } from 'node:fs/promises';
import { photo } from '@warta/media/testing';

/** Its own process, so that making the photo leaves no trace in the memory that is measured. */
const [file = '', width, height] = process.argv.slice(2);
await writeFile(file, await photo(Number(width), Number(height)));
