import { contactText, isForFiction } from '@warta/sites';
import t from 'tap';
import { SAMPLE_HOTLINE, sampleContacts } from '../../src/demo/sample-contacts.ts';

t.test('samples ring nowhere, and say that they are samples', async (t) => {
  for (const contact of [...SAMPLE_HOTLINE, ...sampleContacts('tokyo')]) {
    const reachesNobody =
      contact.kind === 'email'
        ? contact.value.endsWith('.example')
        : 'value' in contact && isForFiction(contact.value);
    t.ok(reachesNobody, contactText(contact) ?? contact.kind);
    t.match(contact.label, { id: /^Contoh, bukan/, en: /^Sample, not a real/ });
  }
});
