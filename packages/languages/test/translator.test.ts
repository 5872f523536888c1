import t from 'tap';
import { catalogueFor, translator, translatorOver, withoutIsolates } from '../src/index.ts';

const english = catalogueFor('en').messages;
const plain = [...english].find(([, message]) => !/[{}']/.test(message)) ?? ['', ''];

t.test('a key is given in the language that serves the locale', async (t) => {
  const [key, message] = plain;
  t.equal(translator('en')(key), message);
  t.equal(translator('en-GB')(key), message);
  t.equal(translator('tpi')(key), message);
  t.equal(translator('id')(key), catalogueFor('id').messages.get(key) ?? message);
});

t.test('a message counts as its language does', async (t) => {
  t.equal(translator('en')('missions.count', { count: 1 }), '1 mission');
  t.equal(translator('en')('missions.count', { count: 134 }), '134 missions');
  const arabic = [1, 2, 5, 11].map((count) => translator('ar')('missions.count', { count }));
  t.equal(new Set(arabic).size, 4);
});

t.test('a key nobody knows is given as itself', async (t) => {
  t.equal(translator('ar')('no.such.key'), 'no.such.key');
  t.equal(translator('en')('constructor'), 'constructor');
});

t.test('a message without its arguments is given as it stands', async (t) => {
  const [key = '', message] = [...english].find(([, text]) => /^[^']*\{\w+\}[^']*$/.test(text)) ?? [];
  if (message !== undefined) t.equal(translator('en')(key), message);
});

t.test('the same translator is given for each locale one catalogue serves', async (t) => {
  t.equal(translator('en-GB'), translator('en'));
});

t.test(
  'what is put into a sentence of the other direction is isolated in it, and numbers are not',
  async (t) => {
    const name = { name: 'KBRI Kairo' };
    t.match(translator('ar')('contact.intro', name), '\u2068KBRI Kairo\u2069');
    t.notMatch(
      translator('en')('contact.intro', name),
      /[\u2068\u2069]/,
      'most are in the direction of the page',
    );
    t.match(translator('en')('contact.intro', { name: 'سفارة' }), '\u2068سفارة\u2069');
    t.notMatch(translator('ar')('missions.count', { count: 5 }), /[\u2068\u2069]/);
    t.notMatch(
      translator('ar')('title.of', { title: 'x', name: 'y' }),
      /[\u2068\u2069]/,
      'a tab draws no sentence',
    );
    t.equal(
      withoutIsolates(translator('ar')('contact.intro', name)),
      translator('ar')('contact.intro').replace('{name}', 'KBRI Kairo'),
    );
  },
);

t.test('an argument that chooses between words is compared as it is', async (t) => {
  const messages = new Map([['who', '{who, select, x {{what} س} other {ش}}']]);
  const say = translatorOver(new Map([['ar', { locale: 'ar', reviewed: true, messages }]]))('ar');
  t.equal(say('who', { who: 'x', what: 'Latin' }), '\u2068Latin\u2069 س');
});
