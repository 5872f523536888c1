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

function astOf(message: string, locale: string): readonly Node[] {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

function signature(message: string, locale: string): string[] {
  return [...new Set(argumentsOf(astOf(message, locale)))].sort();
}

const english = catalogueFor('en').messages;

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

/** How a message of numbers differs: the categories CLDR gives the language, each written out. */
function pluralsOf(nodes: readonly Node[]): string[][] {
  return nodes.flatMap((node) => {
    if (!('options' in node)) return [];
    const deeper = Object.values(node.options).flatMap((option) => pluralsOf(option.value));
    return 'pluralType' in node ? [Object.keys(node.options).sort(), ...deeper] : deeper;
  });
}

t.test('a message that counts has each form that its language knows, and no other', async (t) => {
  for (const { locale, messages } of CATALOGUES.values()) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const [key, message] of messages) {
      const given = pluralsOf(astOf(message, locale));
      for (const plural of given) t.same(plural, forms, `${locale} ${key}`);
      const counts = pluralsOf(astOf(english.get(key) ?? '', 'en')).length > 0;
      if (counts && forms.length > 1) t.ok(given.length > 0, `${locale} ${key} counts`);
    }
  }
});

/** Words that a language spells as English does. Whatever else is equal was left untranslated. */
const SAME = new Map(
  Object.entries({
    '*': ['title.of', 'contact.kind.whatsapp', 'tag.batik', 'alert.jakarta'],
    de: [
      'post.kind.video',
      'video.frame',
      'missions.filter.region',
      'archive.kind.video',
      'category.diaspora',
      'category.sport',
      'tag.film',
    ],
    es: [],
    fr: [
      'title.page',
      'contact.link',
      'contact.purpose.visas',
      'service.heading',
      'service.visas',
      'pager.label',
      'pager.page',
      'region.europe',
      'archive.kind.article',
      'category.culture',
      'category.diaspora',
      'category.services',
      'category.sport',
      'tag.visa',
      'tag.cuisine',
    ],
    id: [
      'post.kind.video',
      'post.kind.poster',
      'opportunity.tender',
      'video.frame',
      'category.diaspora',
      'tag.film',
    ],
    ms: ['post.kind.video', 'post.kind.poster', 'opportunity.tender', 'video.frame', 'category.diaspora'],
    nl: [
      'contact.link',
      'contact.kind.email',
      'service.contact',
      'post.kind.video',
      'video.frame',
      'category.diaspora',
      'category.sport',
      'tag.film',
    ],
  }).map(([locale, keys]) => [locale, new Set(keys)]),
);

t.test('what says the same as English is known to be right so', async (t) => {
  for (const { locale, messages } of CATALOGUES.values()) {
    if (locale === 'en') continue;
    const equal = [...messages].filter(([key, message]) => message === english.get(key)).map(([key]) => key);
    const allowed = SAME.get(locale) ?? new Set();
    const everywhere = SAME.get('*') ?? new Set();
    t.same(
      equal.filter((key) => !everywhere.has(key)),
      [...allowed],
      locale,
    );
  }
});

t.test('the ten languages of the ministry are there', async (t) => {
  t.same([...CATALOGUES.keys()], ['ar', 'de', 'en', 'es', 'fr', 'id', 'ja', 'ms', 'nl', 'zh-Hans']);
});

t.test('a locale is served by its own catalogue, its base language’s, else by English', async (t) => {
  t.equal(stringsLocale('id'), 'id');
  t.equal(stringsLocale('id-ID'), 'id');
  t.equal(stringsLocale('en-GB'), 'en');
  t.equal(stringsLocale('tpi'), 'en');
  t.equal(stringsLocale('zh-CN'), 'zh-Hans', 'or by one in the same script');
  t.equal(stringsLocale('zh'), 'zh-Hans');
  t.equal(stringsLocale('zh-TW'), 'en');
});
