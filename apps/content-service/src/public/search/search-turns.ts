import { Turns } from '../../pages/turns.ts';

const AT_ONCE = 3;
const WAITING = 30;

/** The searches of this process, those of programs among them: a flood of them leaves the database to everybody else. */
export const searchTurns = new Turns(AT_ONCE, WAITING);
