/** A picture of the library, as the service lists it. */
export interface Listed {
  id: string;
  alt: string;
  src: string;
  address: string;
}

export interface ListedPage {
  items: Listed[];
  page: number;
  pages: number;
  /** What may be sent; nothing for those who may only look. */
  upload: { accept: string; maxBytes: number } | null;
}

/** Reads a page of the library; `undefined` where the line or the session is gone. */
export async function listPictures(
  library: string,
  words: string,
  page: number,
): Promise<ListedPage | undefined> {
  try {
    const query = new URLSearchParams({ words, page: String(page) });
    const answer = await fetch(`${library}.json?${query}`, { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as ListedPage) : undefined;
  } catch {
    return undefined;
  }
}

/** A picture in Markdown; what it shows can hold brackets. */
export function asMarkdown({ address }: Pick<Listed, 'address'>, alt: string): string {
  const words = alt.replace(/\s+/g, ' ').trim();
  return `![${words.replace(/[\\[\]]/g, '\\$&')}](${address})`;
}
