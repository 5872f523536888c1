/** A picture drawn by us, with words for those who do not see it, by BCP 47 tag. */
export interface Scene {
  draw: () => string;
  alt: Record<string, string>;
}
