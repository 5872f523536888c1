const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPECIAL = /[&<>"']/;

/** Plain text as HTML that means the same text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? replaced(text) : text;
}

function replaced(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
