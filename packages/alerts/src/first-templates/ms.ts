import type { FirstWords } from './words.ts';

export const MALAY: FirstWords = {
  earthquake: [
    'Gempa bumi',
    'Gempa bumi di {place}',
    'Gempa bumi kuat telah melanda {place}. Gegaran susulan mungkin berlaku.',
    'Jauhi bangunan yang rosak. Patuhi arahan pihak berkuasa tempatan. Maklumkan keadaan anda kepada keluarga dan perwakilan, dan beritahu jika anda memerlukan bantuan.',
  ],
  tsunami: [
    'Tsunami',
    'Amaran tsunami di {place}',
    'Pihak berkuasa tempatan telah mengeluarkan amaran tsunami untuk {place}. Mungkin ada lebih daripada satu ombak.',
    'Segera pergi ke kawasan tinggi, jauh dari pantai dan muara sungai. Jangan kembali sehingga pihak berkuasa tempatan mengisytiharkan keadaan selamat.',
  ],
  eruption: [
    'Letusan gunung berapi',
    'Letusan gunung berapi di {place}',
    'Gunung berapi di {place} sedang meletus. Abu mungkin turun dan penerbangan mungkin terganggu.',
    'Jauhi kawasan larangan dan lembah sungai. Tutup tingkap serta lindungi hidung dan mulut daripada abu. Tanya syarikat penerbangan tentang penerbangan anda.',
  ],
  flood: [
    'Banjir',
    'Banjir di {place}',
    'Banjir melanda {place}. Jalan raya dan pengangkutan awam mungkin terputus.',
    'Berpindah ke kawasan lebih tinggi. Jangan berjalan atau memandu melalui air yang mengalir. Patuhi arahan pemindahan tempatan.',
  ],
  storm: [
    'Ribut',
    'Ribut menghampiri {place}',
    'Ribut kuat dijangka melanda {place}. Bekalan elektrik, penerbangan dan pengangkutan awam mungkin terganggu.',
    'Kekal di dalam bangunan yang kukuh dan jauhi tingkap. Sediakan air, makanan, ubat dan dokumen. Jangan bergerak ke mana-mana sehingga ribut berlalu.',
  ],
  wildfire: [
    'Kebakaran hutan',
    'Kebakaran hutan di {place}',
    'Kebakaran hutan sedang merebak di {place}. Asap dan penutupan jalan mungkin berlaku.',
    'Bersedia untuk pergi dan bertolak segera apabila diarahkan. Bawa dokumen dan ubat. Tutup tingkap dan kurangkan aktiviti di luar.',
  ],
  health: [
    'Wabak penyakit',
    'Nasihat kesihatan: {place}',
    'Wabak penyakit dilaporkan di {place}.',
    'Ikuti nasihat pihak berkuasa kesihatan tempatan. Basuh tangan, elakkan orang ramai, dan telefon dahulu sebelum berjumpa doktor jika anda berasa sakit.',
  ],
  unrest: [
    'Rusuhan',
    'Keadaan keselamatan di {place}',
    'Tunjuk perasaan dan pertempuran kecil berlaku di {place}. Keadaan boleh berubah dengan cepat.',
    'Elakkan orang ramai dan bangunan kerajaan. Kekal di tempat yang selamat, bawa kad pengenalan, dan ikuti berita daripada perwakilan.',
  ],
  evacuation: [
    'Konflik bersenjata',
    'Kecemasan di {place}',
    'Pertempuran berlaku di {place}. Perwakilan sedang menyediakan langkah untuk warganegara Indonesia.',
    'Kekal di tempat yang selamat dan jauhi tingkap. Sediakan pasport, wang, ubat dan pakaian. Maklumkan lokasi anda kepada perwakilan dan tunggu arahan; jangan bertolak sendiri.',
  ],
  attack: [
    'Serangan pengganas',
    'Serangan di {place}',
    'Serangan telah berlaku di {place}. Maklumat rasmi masih dikumpulkan.',
    'Jauhi tempat kejadian dan tempat yang sesak. Patuhi arahan polis. Maklumkan keadaan anda kepada keluarga, dan jangan sebarkan perkara yang belum pasti.',
  ],
  accident: [
    'Kemalangan pengangkutan',
    'Kemalangan pengangkutan di {place}',
    'Kemalangan pengangkutan telah berlaku di {place}. Perwakilan sedang bertanya kepada pihak berkuasa sama ada warganegara Indonesia terlibat.',
    'Keluarga yang mencari khabar boleh menghubungi nombor di halaman ini. Sila sediakan nama penuh dan butiran perjalanan.',
  ],
  death: [
    'Berita dukacita',
    'Dalam kenangan: {place}',
    'Dengan rasa dukacita kami memaklumkan pemergian {place}.',
    '',
  ],
  mourning: [
    'Perkabungan negara',
    'Perkabungan negara',
    'Kerajaan Republik Indonesia telah mengisytiharkan tempoh perkabungan negara. Bendera dikibarkan separuh tiang.',
    '',
  ],
};
