import { IntlMessageFormat } from 'intl-messageformat';
import t from 'tap';
import { CATALOGUES, catalogueFor, stringsLocale } from '../src/index.ts';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

function argumentsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [
    ...('value' in node && node.type !== 0 ? [String(node.value)] : []),
    ...('options' in node ? Object.values(node.options).flatMap((option) => argumentsOf(option.value)) : []),
  ]);
}

function signature(message: string, locale: string): string[] {
  const ast = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
  return [...new Set(argumentsOf(ast))].sort();
}

const english = catalogueFor('en').messages;

t.test('there is an English catalogue, and an Indonesian one', async (t) => {
  t.ok(english.size > 0);
  t.ok(CATALOGUES.has('id'));
});

for (const { locale, messages } of CATALOGUES.values()) {
  t.test(`the catalogue ${locale} says all that English says, with the same arguments`, async (t) => {
    t.same(
      [...english.keys()].filter((key) => !messages.has(key)),
      [],
      'no key is missing',
    );
    t.same(
      [...messages.keys()].filter((key) => !english.has(key)),
      [],
      'no key is one too many',
    );
    for (const [key, message] of messages) {
      t.ok(typeof message === 'string' && message.trim() !== '', `${key} has words`);
      const asked = signature(english.get(key) ?? message, 'en');
      t.same(signature(message, locale), asked, `${key} takes ${asked.join(', ') || 'nothing'}`);
    }
  });
}

t.test('a locale is served by its own catalogue, its base language’s, else by English', async (t) => {
  t.equal(stringsLocale('id'), 'id');
  t.equal(stringsLocale('id-ID'), 'id');
  t.equal(stringsLocale('en-GB'), 'en');
  t.equal(stringsLocale('tpi'), 'en');
});
