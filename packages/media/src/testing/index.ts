export { photo } from './photo.ts';
export { sharpAlone } from './sharp-alone.ts';
