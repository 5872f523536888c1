import { Encoder } from './encoder.ts';

/** One for the whole service: a second picture at a time would only take the readers' share of the machine. */
export const encoder = new Encoder();
