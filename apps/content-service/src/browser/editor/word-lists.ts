interface Item {
  paragraph: Element;
  level: number;
  ordered: boolean;
}

/** Word writes lists as paragraphs that begin with a drawn bullet or number: they become lists again. */
export function wordLists(body: HTMLElement): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | undefined;
  for (const paragraph of [...body.querySelectorAll('p,h1,h2,h3,h4,h5,h6,table,ul,ol')]) {
    const item = asItem(paragraph);
    const goesOn = item && last && paragraph.previousElementSibling === last;
    if (!goesOn) open = [];
    if (!item) continue;
    last = put(item, open);
  }
}

/** Puts an item into the list of its level, and answers the outermost list. */
function put({ paragraph, level, ordered }: Item, open: { list: Element; level: number }[]): Element {
  const made = paragraph.ownerDocument.createElement('li');
  while ((open.at(-1)?.level ?? -1) > level && open.length > 1) open.pop();
  const current = open.at(-1);
  if (!current || current.level < level) {
    const list = paragraph.ownerDocument.createElement(ordered ? 'ol' : 'ul');
    if (current) (current.list.lastElementChild ?? current.list).append(list);
    else paragraph.before(list);
    open.push({ list, level });
  }
  made.append(...paragraph.childNodes);
  paragraph.remove();
  open.at(-1)?.list.append(made);
  return (open[0] as { list: Element }).list;
}

function asItem(paragraph: Element): Item | undefined {
  const look = paragraph.getAttribute('data-look') ?? '';
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(look)?.[1];
  if (!level) return undefined;
  const mark = takeMark(paragraph);
  return { paragraph, level: Number(level), ordered: /^\(?(\d+|[a-z]{1,4})[.)]/i.test(mark) };
}

/** Removes the drawn bullet or number, and answers it. */
function takeMark(paragraph: Element): string {
  const marks = [...paragraph.querySelectorAll('[data-look]')].filter((part) =>
    /mso-list:\s*ignore/i.test(part.getAttribute('data-look') ?? ''),
  );
  const mark = marks.map((part) => part.textContent).join('');
  for (const part of marks) part.remove();
  return mark.trim();
}
