import t from 'tap';
import { contactInput, contactsInput } from '../src/contact-input.ts';
import { contactLink, contactText } from '../src/contact-link.ts';
import { isForFiction } from '../src/phone-number.ts';

const contact = (kind: string, value: string) => contactInput.parse({ kind, purpose: 'general', value });
const said = (input: unknown) => {
  const { error } = contactInput.safeParse(input);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0];
};

t.test('a number is kept in one form however it is written, and shown as people read it', async (t) => {
  for (const written of ['+44 20 7946 0123', '+44 (0)20 7946-0123', ' tel:+44-20-7946-0123']) {
    const phone = contact('phone', written);
    t.match(phone, { value: '+442079460123', label: {}, hours: null });
    t.equal(contactText(phone), '+44 20 7946 0123');
    t.equal(contactLink(phone), 'tel:+442079460123');
  }
});

t.test('an extension is kept and dialled', async (t) => {
  const phone = contact('phone', '+1 202-555-0123 ext. 12');
  t.match(phone, { value: '+12025550123;ext=12' });
  t.equal(contactText(phone), '+1 202 555 0123 ext. 12');
  t.equal(contactLink(phone), 'tel:+12025550123;ext=12');
  t.same(contactInput.parse(phone), phone, 'what is kept can be saved again');
});

t.test('each kind opens what it is for', async (t) => {
  t.equal(contactLink(contact('whatsapp', '+1 202 555 0123')), 'https://wa.me/12025550123');
  t.equal(contactLink(contact('email', 'a+b@tokyo.example')), 'mailto:a+b@tokyo.example');
  const address = contactInput.parse({
    kind: 'address',
    purpose: 'general',
    address: { id: 'Jalan Contoh 1' },
  });
  t.equal(contactLink(address), undefined);
  t.equal(contactText(address), undefined);
});

t.test('what cannot be called or written to is refused', async (t) => {
  const phone = { kind: 'phone', purpose: 'emergency' };
  t.match(said({ ...phone, value: '020 7946 0123' }), /^value: starts with \+ and the country's code/);
  t.match(said({ ...phone, value: '+1 555 123' }), /^value: is not a number of its country/);
  t.match(said({ ...phone, value: 'call us' }), /^value: starts with \+/);
  t.match(said({ ...phone, kind: 'whatsapp', value: '+1 202 555 0123 x5' }), /^value: has an extension/);
  t.match(said({ ...phone, kind: 'email', value: 'press@' }), /^value: is not an e-mail address/);
  t.match(said({ ...phone, kind: 'fax', value: '+442079460123' }), /^kind: /);
  t.match(said({ ...phone, purpose: 'fun', value: '+442079460123' }), /^purpose: /);
  t.match(said({ ...phone, value: '+442079460123', label: { id: '' } }), /^label\.id: /);
  t.match(said({ kind: 'address', purpose: 'general', address: {} }), /^address: needs words/);
});

t.test('one number may be for several people, but is there once for each', async (t) => {
  const phone = (purpose: string) => ({ kind: 'phone', purpose, value: '+442079460123' });
  t.ok(contactsInput.safeParse([phone('emergency'), phone('press')]).success);
  t.match(contactsInput.safeParse([phone('press'), phone('press')]).error?.issues, [
    { path: [1, 'value'], message: 'is in the list already' },
  ]);
});

t.test('numbers reserved for fiction are told from real ones', async (t) => {
  for (const sample of [
    '+442079460999',
    '+12025550123',
    '+13125550199;ext=1',
    '+441632960001',
    '+447700900123',
  ]) {
    t.ok(isForFiction(sample), sample);
  }
  for (const other of ['+493023125000', '+1202555012', '+120255501234', '+44207946012']) {
    t.notOk(isForFiction(other), other);
  }
});
