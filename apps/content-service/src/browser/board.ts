/** What the server sends of a board: what changed, drawn as on the page. */
interface News {
  said: string;
  summary: string;
  rows: Record<string, string>;
  dots: Record<string, { tone: string; title: string }>;
}

const SAID_AT_MOST_EVERY_MS = 3000;
const AGAIN_MS = 10_000;
const byId = (id: string) => document.getElementById(id);

/** Keeps a board of deliveries as it is: `data-events` says where its changes come from, `data-mark` what it shows. */
export function watchBoard(board: HTMLElement): void {
  const { events = '', mark = '' } = board.dataset;
  const source = new EventSource(`${events}?mark=${encodeURIComponent(mark)}`);
  const say = calmly((words) => byId('board-said')?.replaceChildren(words));
  const line = (state: 'live' | 'lost' | 'over') => {
    const place = byId('board-line');
    place?.replaceChildren(place.dataset[state] ?? '');
  };
  source.addEventListener('open', () => line('live'));
  source.addEventListener('board', ({ data }) => {
    const news = JSON.parse(data) as News;
    show(news);
    say(news.said);
  });
  source.addEventListener('over', () => {
    source.close();
    line('over');
  });
  source.addEventListener('error', () => {
    line('lost');
    // A line that drops comes back by itself; one that was refused does not.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => watchBoard(board), AGAIN_MS);
  });
}

/** Rows stay where they are: nothing jumps while somebody reads. Those that a filter left out stay out. */
function show({ summary, rows, dots }: News): void {
  const place = byId('board-summary');
  if (place) place.innerHTML = summary;
  for (const [site, row] of Object.entries(rows)) {
    const old = byId(`at-${site}`);
    if (old) old.outerHTML = row;
  }
  for (const [site, { tone, title }] of Object.entries(dots)) {
    const dot = byId(`dot-${site}`);
    if (!dot) continue;
    dot.setAttribute('class', `tone ${tone}`);
    dot.querySelector('use')?.setAttribute('href', `#mark-${tone}`);
    dot.querySelector('title')?.replaceChildren(title);
  }
}

/** The sentence alone is read out, and not each step on the way: the first one at once, then the newest now and then. */
function calmly(say: (words: string) => void): (words: string) => void {
  let newest: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = undefined;
    if (newest === undefined) return;
    say(newest);
    newest = undefined;
    timer = setTimeout(next, SAID_AT_MOST_EVERY_MS);
  };
  return (words) => {
    newest = words;
    if (timer === undefined) timer = setTimeout(next, 0);
  };
}
