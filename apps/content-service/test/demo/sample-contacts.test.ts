import { contactText, isForFiction } from '@warta/sites';
import t from 'tap';
import { SAMPLE_HOTLINE, sampleContacts } from '../../src/demo/sample-contacts.ts';
import { sampleServices } from '../../src/demo/sample-services.ts';

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

t.test('what a sample service says to bring is said to be none of a mission’s requirements', async (t) => {
  for (const { kind, about } of sampleServices()) {
    if (Object.keys(about).length > 0)
      t.match(about, { id: /^Contoh, bukan/, en: /^Sample, not real/ }, kind);
  }
});
