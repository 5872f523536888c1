export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Subject = Record<Language, string> & { category: string };

const SUBJECTS: readonly Subject[] = [
  { id: 'Pekan Budaya Indonesia', en: 'Indonesian Culture Week', category: 'culture' },
  { id: 'Layanan Paspor Keliling', en: 'Mobile Passport Service', category: 'consular-service' },
  { id: 'Kelas Gamelan', en: 'Gamelan Class', category: 'culture' },
  { id: 'Forum Bisnis', en: 'Business Forum', category: 'economy' },
  { id: 'Malam Film Nusantara', en: 'Archipelago Film Night', category: 'culture' },
  { id: 'Sosialisasi Beasiswa', en: 'Scholarship Information Day', category: 'education' },
  { id: 'Pameran Kopi Nusantara', en: 'Archipelago Coffee Fair', category: 'economy' },
  { id: 'Lokakarya Batik', en: 'Batik Workshop', category: 'culture' },
  { id: 'Pendataan Pemilih', en: 'Voter Registration', category: 'community' },
  { id: 'Lapor Diri Warga', en: 'Citizen Registration Drive', category: 'consular-service' },
  { id: 'Kursus Bahasa Indonesia', en: 'Indonesian Language Course', category: 'education' },
  { id: 'Peringatan Hari Kemerdekaan', en: 'Independence Day Ceremony', category: 'community' },
  { id: 'Turnamen Bulu Tangkis', en: 'Badminton Tournament', category: 'sport' },
  { id: 'Dialog Pelajar', en: 'Student Dialogue', category: 'education' },
  { id: 'Bazar Kuliner', en: 'Food Bazaar', category: 'culture' },
  { id: 'Kunjungan Delegasi Dagang', en: 'Trade Delegation Visit', category: 'economy' },
  { id: 'Pertunjukan Wayang Kulit', en: 'Shadow Puppet Performance', category: 'culture' },
  { id: 'Seminar Diaspora', en: 'Diaspora Seminar', category: 'community' },
  { id: 'Bakti Sosial', en: 'Community Service Day', category: 'community' },
  { id: 'Donor Darah', en: 'Blood Donation Day', category: 'community' },
  { id: 'Pelatihan Kewirausahaan', en: 'Entrepreneurship Training', category: 'economy' },
  { id: 'Festival Angklung', en: 'Angklung Festival', category: 'culture' },
  { id: 'Pameran Foto Kepulauan', en: 'Island Photo Exhibition', category: 'culture' },
  { id: 'Temu Wicara Pekerja Migran', en: 'Migrant Workers’ Forum', category: 'consular-service' },
  { id: 'Hari Anak Nasional', en: 'National Children’s Day', category: 'community' },
];

const FORMS: readonly Record<Language, (subject: string, city: string) => string>[] = [
  { id: (s, c) => `${s} di ${c}`, en: (s, c) => `${s} in ${c}` },
  { id: (s, c) => `${s} di ${c} dibuka untuk umum`, en: (s, c) => `${s} in ${c} opens to the public` },
  { id: (s, c) => `Persiapan ${s} di ${c}`, en: (s, c) => `Preparing the ${s} in ${c}` },
  { id: (s, c) => `Catatan dari ${s} di ${c}`, en: (s, c) => `Notes from the ${s} in ${c}` },
  { id: (s, c) => `Jadwal ${s} di ${c} bulan ini`, en: (s, c) => `${s} in ${c}: this month’s schedule` },
  { id: (s, c) => `${s} di ${c} disambut hangat`, en: (s, c) => `A warm welcome for the ${s} in ${c}` },
  { id: (s, c) => `Undangan: ${s} di ${c}`, en: (s, c) => `You are invited: ${s} in ${c}` },
  { id: (s, c) => `Ratusan orang hadiri ${s} di ${c}`, en: (s, c) => `Hundreds attend the ${s} in ${c}` },
];

export interface SampleTitle {
  category: string;
  titles: Record<Language, string>;
}

/** The title of a city's nth post, counted from 0: 200 differ, then they come again with a number. */
export function titleOf(n: number, city: string): SampleTitle {
  const subject = SUBJECTS[n % SUBJECTS.length] as Subject;
  const form = FORMS[Math.floor(n / SUBJECTS.length) % FORMS.length] as (typeof FORMS)[number];
  const round = Math.floor(n / (SUBJECTS.length * FORMS.length));
  const again = round === 0 ? '' : ` (${round + 1})`;
  return {
    category: subject.category,
    titles: { id: form.id(subject.id, city) + again, en: form.en(subject.en, city) + again },
  };
}
