import { XMLParser } from 'fast-xml-parser';
import { CATEGORIES, CERTAINTIES, SEVERITIES, URGENCIES } from '../src/index.ts';

type Times = 'one' | 'optional' | 'many' | 'some';
interface Rule {
  name: string;
  times: Times;
  /** Which words it may hold; anything where absent. */
  holds?: readonly string[] | RegExp;
  children?: readonly Rule[];
}

const rule = (name: string, times: Times, holds?: Rule['holds']): Rule =>
  holds ? { name, times, holds } : { name, times };

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;
const NAME = /^[^\s,<&]+$/;
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const PAIR = [rule('valueName', 'one'), rule('value', 'one')];

const AREA: Rule[] = [
  rule('areaDesc', 'one'),
  rule('polygon', 'some'),
  rule('circle', 'some'),
  { ...rule('geocode', 'some'), children: PAIR },
  rule('altitude', 'optional'),
  rule('ceiling', 'optional'),
];

const INFO: Rule[] = [
  rule('language', 'optional', LANGUAGE),
  rule('category', 'many', CATEGORIES),
  rule('event', 'one'),
  rule('responseType', 'some'),
  rule('urgency', 'one', URGENCIES),
  rule('severity', 'one', SEVERITIES),
  rule('certainty', 'one', CERTAINTIES),
  rule('audience', 'optional'),
  { ...rule('eventCode', 'some'), children: PAIR },
  rule('effective', 'optional', MOMENT),
  rule('onset', 'optional', MOMENT),
  rule('expires', 'optional', MOMENT),
  rule('senderName', 'optional'),
  rule('headline', 'optional'),
  rule('description', 'optional'),
  rule('instruction', 'optional'),
  rule('web', 'optional', /^https?:\/\//),
  rule('contact', 'optional'),
  { ...rule('parameter', 'some'), children: PAIR },
  { ...rule('area', 'some'), children: AREA },
];

/** The elements of a message in their order, how often each may come, and what it holds (CAP 1.2, 3.2 and 3.4). */
const ALERT: Rule[] = [
  rule('identifier', 'one', NAME),
  rule('sender', 'one', NAME),
  rule('sent', 'one', MOMENT),
  rule('status', 'one', ['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  rule('msgType', 'one', ['Alert', 'Update', 'Cancel', 'Ack', 'Error']),
  rule('source', 'optional'),
  rule('scope', 'one', ['Public', 'Restricted', 'Private']),
  rule('restriction', 'optional'),
  rule('addresses', 'optional'),
  rule('code', 'some'),
  rule('note', 'optional'),
  rule('references', 'optional', /^[^\s,]+,[^\s,]+,[^\s,]+( [^\s,]+,[^\s,]+,[^\s,]+)*$/),
  rule('incidents', 'optional'),
  { ...rule('info', 'some'), children: INFO },
];

type Node = Record<string, Node[] | string>;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false });

/** What of a message does not follow the specification's structure; nothing where all does. */
export function findFaults(xml: string): string[] {
  const nodes = parser.parse(xml) as Node[];
  const root = nodes.find((node) => 'alert' in node);
  const attributes = (root?.[':@'] ?? {}) as Record<string, string>;
  const faults = attributes['@_xmlns'] === 'urn:oasis:names:tc:emergency:cap:1.2' ? [] : ['no namespace'];
  return [...faults, ...judge('alert', (root?.alert ?? []) as Node[], ALERT)];
}

function judge(path: string, nodes: Node[], rules: readonly Rule[]): string[] {
  const names = nodes.map((node) => Object.keys(node).find((key) => key !== ':@') ?? '');
  const order = names.map((name) => rules.findIndex((one) => one.name === name));
  const unordered = order.some((place, index) => place < 0 || place < (order[index - 1] ?? 0));
  const faults = unordered ? [`${path}: ${names.join(' ')}`] : [];
  for (const { name, times, holds, children } of rules) {
    const found = nodes.filter((node) => name in node);
    const isMissing = (times === 'one' || times === 'many') && found.length === 0;
    if (isMissing || ((times === 'one' || times === 'optional') && found.length > 1)) {
      faults.push(`${path}: ${name} comes ${found.length} times`);
    }
    for (const node of found) {
      const content = node[name] as Node[];
      if (children) faults.push(...judge(`${path}/${name}`, content, children));
      else if (!isRight(textOf(content), holds)) faults.push(`${path}/${name}: ${textOf(content)}`);
    }
  }
  return faults;
}

const textOf = (content: Node[]) => content.map((node) => node['#text'] ?? '').join('');

function isRight(text: string, holds: Rule['holds']): boolean {
  if (text === '') return false;
  if (!holds) return true;
  return holds instanceof RegExp ? holds.test(text) : holds.includes(text);
}
