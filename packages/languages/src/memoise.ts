/**
 * A function that remembers what it made for each string. Only for keys from small closed sets (locales, time
 * zones, catalogue keys): nothing is ever forgotten.
 */
export function memoise<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
