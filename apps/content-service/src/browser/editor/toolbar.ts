import { keydownHandler } from '@milkdown/kit/prose/keymap';
import { Plugin } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import type { Say } from '../words.ts';
import { icon } from './icons.ts';
import type { Tool } from './tools.ts';

type Button = HTMLButtonElement;

/** The toolbar: one stop of the Tab key, arrow keys within; its buttons say whether they are pressed. */
export function makeToolbar(
  tools: Tool[],
  say: Say,
  view: EditorView,
  onPlain: (plain: boolean) => void,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'editor-toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', say('toolbar'));
  const buttons = tools.map((tool) => toolButton(tool, say, view));
  const plain = plainButton(say, (on) => {
    for (const button of buttons) button.setAttribute('aria-disabled', String(on));
    onPlain(on);
    if (!on) show();
  });
  const show = () => {
    for (const [n, tool] of tools.entries()) showState(buttons[n] as Button, tool, view);
  };
  bar.append(...buttons, plain);
  rove(bar, [...buttons, plain]);
  listen(view, tools, show, () => (bar.querySelector('[tabindex="0"]') as Button).focus());
  show();
  return bar;
}

function toolButton(tool: Tool, say: Say, view: EditorView): Button {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.tool = tool.name;
  button.setAttribute('aria-label', say(tool.name));
  button.title = say(tool.name);
  if (tool.keys) button.setAttribute('aria-keyshortcuts', tool.keys);
  button.append(icon(tool.name));
  // The text keeps its selection, also where a press of the mouse would take the focus.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    view.focus();
    tool.run();
  });
  return button;
}

function plainButton(say: Say, onChange: (plain: boolean) => void): Button {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.tool = 'plainText';
  button.textContent = say('plainText');
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const plain = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(plain));
    onChange(plain);
  });
  return button;
}

function showState(button: Button, tool: Tool, { state }: EditorView): void {
  if (tool.active) button.setAttribute('aria-pressed', String(tool.active(state)));
  button.setAttribute('aria-disabled', String(tool.possible ? !tool.possible(state) : false));
}

/** Tab stops once at a toolbar; within it arrows, Home and End lead on (the pattern of ARIA). */
function rove(bar: HTMLElement, buttons: Button[]): void {
  const stopAt = (stop: Button) => {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  stopAt(buttons[0] as Button);
  bar.addEventListener('focusin', ({ target }) => stopAt(target as Button));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as Button);
    const forward = getComputedStyle(bar).direction === 'rtl' ? -1 : 1;
    const last = buttons.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[(next + buttons.length) % buttons.length]?.focus();
  });
}

/** The buttons follow the cursor; Alt+F10 leads from the text to them, Mod+K to the link. */
function listen(view: EditorView, tools: Tool[], show: () => void, focusBar: () => void): void {
  const link = tools.find(({ name }) => name === 'link');
  const keys = {
    'Alt-F10': () => {
      focusBar();
      return true;
    },
    'Mod-k': () => {
      link?.run();
      return true;
    },
  };
  const plugin = new Plugin({
    props: { handleKeyDown: keydownHandler(keys) },
    view: () => ({ update: show }),
  });
  view.updateState(view.state.reconfigure({ plugins: [plugin, ...view.state.plugins] }));
}
