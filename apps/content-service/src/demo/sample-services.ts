import { type Service, servicesInput } from '@warta/sites';

/**
 * What a mission may do for people. The words say that they are a sample: what somebody must really bring, only a
 * mission knows.
 */
export function sampleServices(): Service[] {
  return servicesInput.parse([
    {
      kind: 'passports',
      about: {
        id: 'Contoh, bukan persyaratan sungguhan: bawa paspor lama dan satu salinannya.\nDatang pada jam loket.',
        en: 'Sample, not real requirements: bring your old passport and a copy of it.\nCome while the counter is open.',
      },
      purpose: 'general',
    },
    {
      kind: 'visas',
      about: {
        id: 'Contoh, bukan persyaratan sungguhan: bawa paspor dan formulir yang sudah diisi.',
        en: 'Sample, not real requirements: bring your passport and the form, filled in.',
      },
      address: 'https://www.example.org/',
      purpose: 'visas',
    },
    { kind: 'registration' },
    { kind: 'legalisation' },
    { kind: 'assistance', purpose: 'emergency' },
  ]);
}
