const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What may be ids of pictures and documents in Markdown, HTML or JSON, each once. Which of them are, and whose,
 * only the library knows.
 */
export function mediaIdsIn(text: string): string[] {
  return [...new Set(text.match(IDS) ?? [])];
}
