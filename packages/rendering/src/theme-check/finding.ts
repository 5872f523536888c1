/** Something that a theme should not do, or that its author should look at. */
export interface Finding {
  level: 'error' | 'warning';
  /** The file, counted from the theme's folder. */
  file: string;
  message: string;
}

export const error = (file: string, message: string): Finding => ({ level: 'error', file, message });
export const warning = (file: string, message: string): Finding => ({ level: 'warning', file, message });
