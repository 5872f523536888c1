/** What a page says about itself to search engines. */
export function dataOf(body: string) {
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1];
  return block && JSON.parse(block);
}
