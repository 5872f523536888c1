export type Code =
  | 'earthquake'
  | 'tsunami'
  | 'eruption'
  | 'flood'
  | 'storm'
  | 'wildfire'
  | 'health'
  | 'unrest'
  | 'evacuation'
  | 'attack'
  | 'accident'
  | 'death'
  | 'mourning';

/** What kind of event it is, the heading, what has happened, what to do. */
export type FirstWords = Record<Code, readonly [event: string, heading: string, body: string, todo: string]>;
