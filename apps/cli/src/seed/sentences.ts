import type { Language } from './titles.ts';

/** Sentences that fit any event of a mission, of about fourteen words each. */
export const SENTENCES: Record<Language, readonly string[]> = {
  id: [
    'Kegiatan ini terbuka bagi warga Indonesia dan sahabat Indonesia dari segala usia, tanpa dipungut biaya apa pun.',
    'Panitia menyiapkan ruang yang cukup luas, lengkap dengan sudut bermain untuk anak dan tempat salat.',
    'Sejak pagi para relawan menata kursi, memeriksa daftar tamu, dan menyambut pengunjung yang datang lebih awal.',
    'Bagi yang tidak dapat hadir, rangkuman acara akan dimuat di laman ini beberapa hari kemudian.',
    'Duta Besar menyampaikan terima kasih kepada semua pihak yang telah bekerja keras selama berminggu-minggu.',
    'Peserta diminta membawa kartu identitas dan datang lima belas menit sebelum acara dimulai agar antrean tidak panjang.',
    'Pelajar dari beberapa universitas setempat ikut membantu sebagai penerjemah dan pemandu bagi tamu yang baru pertama datang.',
    'Makanan ringan khas beberapa daerah disajikan oleh ibu-ibu Dharma Wanita bersama usaha kecil milik diaspora.',
    'Acara dibuka dengan lagu kebangsaan, dilanjutkan sambutan singkat, lalu pertunjukan dari kelompok seni masyarakat Indonesia.',
    'Beberapa pengunjung mengaku baru kali ini mendengar langsung musik dari daerah timur kepulauan Indonesia.',
    'Layanan kekonsuleran tetap berjalan seperti biasa pada hari itu, kecuali loket legalisasi yang tutup lebih awal.',
    'Pendaftaran dilakukan melalui formulir di laman perwakilan, dan setiap pendaftar menerima surat konfirmasi.',
    'Kerja sama dengan pemerintah kota membuat jalan di depan gedung dapat ditutup untuk pejalan kaki.',
    'Pertanyaan yang paling sering diajukan menyangkut dokumen perjalanan anak yang lahir di luar negeri.',
    'Tahun lalu kegiatan serupa diikuti ratusan orang, dan tahun ini jumlah pendaftarnya naik hampir dua kali lipat.',
    'Para pelaku usaha membawa contoh produk, mulai dari rempah hingga perabot kayu dari hutan yang dikelola lestari.',
    'Diskusi berlangsung hangat, dengan pertanyaan dari mahasiswa, pekerja, dan keluarga perkawinan campuran.',
    'Semua foto diambil dengan izin, dan pengunjung yang tidak ingin difoto mendapat tanda khusus di pintu masuk.',
    'Kegiatan berikutnya direncanakan bulan depan di kota lain dalam wilayah kerja perwakilan ini.',
    'Petugas mengingatkan warga untuk memperbarui alamat agar mudah dihubungi bila terjadi keadaan darurat.',
  ],
  en: [
    'The event is open to Indonesian citizens and friends of Indonesia of all ages, and entry is free.',
    'The organisers have prepared a large hall with a play corner for children and a quiet room.',
    'From early morning volunteers arranged chairs, checked the guest list and greeted those who came first.',
    'For those who cannot attend, a summary will be published on this page a few days later.',
    'The Ambassador thanked everyone who had worked so hard for many weeks to make the day possible.',
    'Visitors are asked to bring an identity card and to come fifteen minutes early to keep queues short.',
    'Students from several local universities helped as interpreters and guides for guests who were here for the first time.',
    'Light dishes from several provinces were served together with small businesses owned by the diaspora.',
    'It opened with the national anthem, followed by short speeches and a performance by a community group.',
    'Some visitors said that it was the first time they had heard music from the eastern islands.',
    'Consular services run as usual on that day, except for the legalisation counter, which closes earlier.',
    'Registration is through the form on the mission’s page, and everyone who registers receives a confirmation.',
    'Thanks to the city administration the street in front of the building could be closed to traffic.',
    'The question asked most often was about travel documents for children who were born abroad.',
    'Last year several hundred people took part, and this year almost twice as many have registered.',
    'Companies brought samples of their products, from spices to furniture made of wood from well managed forests.',
    'The discussion was lively, with questions from students, workers and families of mixed nationality.',
    'All pictures were taken with consent, and visitors who did not want to be photographed wore a badge.',
    'The next event is planned for the coming month in another city within the mission’s area of work.',
    'Staff reminded citizens to keep their address up to date so that they can be reached in an emergency.',
  ],
};

/** Headings between paragraphs. */
export const HEADINGS: Record<Language, readonly string[]> = {
  id: ['Yang perlu diketahui', 'Dari lapangan', 'Langkah berikutnya', 'Suara peserta'],
  en: ['What to know', 'From the day', 'What comes next', 'Voices'],
};
