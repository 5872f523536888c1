import { randomBytes } from 'node:crypto';
import { testDatabase } from '@warta/database/testing';
import { generate } from 'otplib';
import t from 'tap';
import {
  beginFactor,
  confirmFactor,
  findPerson,
  invitePerson,
  isRightKey,
  makeLink,
  SecretBox,
  SignInLimits,
  setPasswordByLink,
  showFactor,
  signIn,
} from '../src/index.ts';
import { checkPassword, hashPassword, isPassword } from '../src/passwords.ts';
import { findSession, startSession } from '../src/sessions.ts';

type Db = Awaited<ReturnType<typeof testDatabase>>['db'];

const actor = { name: 'test', source: 'test' };
const box = new SecretBox(randomBytes(32));
const PASSWORD = 'kopi-pagi-di-teras-47';
const rani = { email: 'rani.putri@example.org', name: 'Rani Putri' };

const invite = (db: Db) =>
  db
    .transaction()
    .execute((trx) =>
      invitePerson(trx, actor, { ...rani, language: 'id', memberships: [{ role: 'operator', site: null }] }),
    );

t.test('passwords are kept as argon2id, each with a salt of its own', async (t) => {
  const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  t.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  t.not(one, two);
  t.equal(await isPassword(one, PASSWORD), true);
  t.equal(await isPassword(one, `${PASSWORD} `), false);
  t.equal(await isPassword(null, ''), false, 'nobody’s password is nothing');
});

t.test('what is guessed first is refused, what is long and odd is taken', async (t) => {
  const why = (password: string) =>
    checkPassword(password, rani).then(
      () => 'taken',
      (error) => error.errors[0].why,
    );
  t.equal(await why('short'), 'password.too-short');
  t.equal(await why('x'.repeat(300)), 'password.too-long');
  t.equal(await why('aaaaaaaaaaaaaaaa'), 'password.too-plain');
  t.equal(await why('rani.putri@example.org'), 'password.own-name');
  t.equal(await why('password1234'), 'password.common');
  t.equal(await why('Qwertyuiop123'), 'password.common');
  t.equal(await why(PASSWORD), 'taken');
  t.equal(await why('ジャカルタの朝のコーヒーを飲む'), 'taken', 'in any script');
});

t.test('a new link ends the one before, and a password by link ends every session', async (t) => {
  const { db } = await testDatabase(t);
  const invited = await invite(db);
  const link = (purpose: 'invitation' | 'password') =>
    db.transaction().execute((trx) => makeLink(trx, actor, invited.person, purpose));
  const again = await link('invitation');
  await t.rejects(setPasswordByLink(db, 'test', invited.secret, PASSWORD), { code: 'not-found' });
  await setPasswordByLink(db, 'test', again.secret, PASSWORD);
  await t.rejects(setPasswordByLink(db, 'test', again.secret, PASSWORD), { code: 'not-found' }, 'works once');
  const from = { address: '192.0.2.1', agent: 'test', factor: true };
  const session = await db.transaction().execute((trx) => startSession(trx, invited.person, from));
  t.ok(await findSession(db, session));
  const lost = await link('password');
  await setPasswordByLink(db, 'test', lost.secret, 'teh-sore-di-beranda-31');
  t.equal(await findSession(db, session), undefined);
});

t.test('a code counts once, and wrong ones are slowed down', async (t) => {
  const { db } = await testDatabase(t);
  const { person: id, secret: link } = await invite(db);
  await setPasswordByLink(db, 'test', link, PASSWORD);
  const begun = await beginFactor(db, box, { id, email: rani.email });
  t.equal((await findPerson(db, id))?.hasFactor, false, 'not in force until a code proves it');
  await t.rejects(confirmFactor(db, box, actor, id, '000000'), { code: 'invalid' });
  const code = await generate({ secret: begun?.secret ?? '' });
  t.equal((await confirmFactor(db, box, actor, id, code)).length, 10);
  t.equal(await beginFactor(db, box, { id, email: rani.email }), undefined, 'its secret is shown no more');

  const limits = new SignInLimits(db);
  const from = { address: '192.0.2.1', agent: 'test' };
  const entered = await signIn(db, limits, { email: ' Rani.Putri@example.org', password: PASSWORD, ...from });
  if (entered.kind !== 'in') throw new Error('the password was right');
  t.equal(entered.needsCode, true);
  const waiting = await findSession(db, entered.secret);
  if (!waiting) throw new Error('the session waits');
  const show = (given: string) =>
    showFactor(db, { limits, box }, waiting, { code: given, ...from, device: 'd' });
  t.same(await show(code), { kind: 'wrong' }, 'it was taken before');
  for (let n = 0; n < 8; n += 1) await show('000000');
  t.match(await show(code), { kind: 'wait' });
});

t.test('the secret of a second factor is kept sealed, for its person and under one key', async (t) => {
  const { db } = await testDatabase(t);
  const { person: id, secret: link } = await invite(db);
  await setPasswordByLink(db, 'test', link, PASSWORD);
  const kept = async () =>
    (await db.selectFrom('person').select('totp_secret').where('id', '=', id).executeTakeFirstOrThrow())
      .totp_secret ?? '';
  const keep = (totp_secret: string) =>
    db.updateTable('person').set({ totp_secret, totp_step: 1 }).where('id', '=', id).execute();
  const other = new SecretBox(randomBytes(32));
  const begin = (by: SecretBox) => beginFactor(db, by, { id, email: rani.email });
  const first = await begin(box);
  t.same(await begin(box), first, 'looked at again, it is the same');
  const secret = (await begin(other))?.secret ?? '';
  t.not(secret, first?.secret, 'what was never in force makes way for one that can be opened');
  t.notMatch(await kept(), secret);
  t.equal(other.open(await kept(), id), secret);
  t.throws(() => other.open(box.seal(secret, id), id), { name: 'SealBrokenError' });
  t.throws(
    () => box.open(box.seal(secret, 'another'), id),
    { name: 'SealBrokenError' },
    'nor is it another’s',
  );
  t.not(box.seal(secret, id), box.seal(secret, id), 'no two look alike');
  for (const broken of ['v1.', 'v1.x', box.seal(secret, id).slice(0, -4)]) {
    t.throws(() => box.open(broken, id), { name: 'SealBrokenError' }, broken);
  }

  const limits = new SignInLimits(db);
  const from = { address: '192.0.2.1', agent: 'test' };
  const show = async (code: string, by: SecretBox) => {
    const entered = await signIn(db, limits, { email: rani.email, password: PASSWORD, ...from });
    if (entered.kind !== 'in') throw new Error('the password was right');
    const waiting = await findSession(db, entered.secret);
    if (!waiting) throw new Error('the session waits');
    return showFactor(db, { limits, box: by }, waiting, { code, ...from, device: 'd' });
  };
  const [backup = ''] = await confirmFactor(db, other, actor, id, await generate({ secret }));
  t.equal(await isRightKey(db, other), true);
  t.equal(await isRightKey(db, box), false, 'a start with another key can say so');
  t.same(await show('123456', box), { kind: 'sealed' }, 'with another key no code can be checked');
  t.match(await show(backup, box), { kind: 'in' }, 'a backup code can');

  await keep(secret);
  t.equal(await isRightKey(db, box), true, 'where nothing is sealed any key is right');
  t.match(await show(await generate({ secret }), box), { kind: 'in' }, 'what was kept in the clear works');
  t.equal(box.open(await kept(), id), secret);
  t.notMatch(await kept(), secret, 'and is sealed from then on');
});
