import type { FirstWords } from './words.ts';

export const INDONESIAN: FirstWords = {
  earthquake: [
    'Gempa bumi',
    'Gempa bumi di {place}',
    'Gempa bumi kuat telah terjadi di {place}. Gempa susulan dapat terjadi.',
    'Jauhi bangunan yang rusak. Ikuti petunjuk pemerintah setempat. Beri kabar kepada keluarga dan Perwakilan RI, dan sampaikan bila Anda memerlukan bantuan.',
  ],
  tsunami: [
    'Tsunami',
    'Peringatan tsunami di {place}',
    'Pemerintah setempat mengeluarkan peringatan tsunami untuk {place}. Gelombang dapat datang lebih dari satu kali.',
    'Segera pergi ke tempat tinggi dan jauhi pantai serta muara sungai. Jangan kembali sebelum pemerintah setempat menyatakan aman.',
  ],
  eruption: [
    'Letusan gunung berapi',
    'Letusan gunung berapi di {place}',
    'Gunung berapi di {place} meletus. Hujan abu dan gangguan penerbangan dapat terjadi.',
    'Jauhi daerah terlarang dan lembah sungai. Tutup jendela, lindungi hidung dan mulut dari abu. Periksa penerbangan Anda kepada maskapai.',
  ],
  flood: [
    'Banjir',
    'Banjir di {place}',
    'Banjir melanda {place}. Jalan dan angkutan umum dapat terputus.',
    'Pindah ke tempat yang lebih tinggi. Jangan berjalan atau berkendara melalui air yang mengalir. Ikuti petunjuk evakuasi setempat.',
  ],
  storm: [
    'Badai',
    'Badai mendekati {place}',
    'Badai kuat diperkirakan mencapai {place}. Listrik, penerbangan, dan angkutan umum dapat terganggu.',
    'Tetap di dalam bangunan yang kokoh dan jauhi jendela. Siapkan air, makanan, obat, dan dokumen. Jangan bepergian sampai badai berlalu.',
  ],
  wildfire: [
    'Kebakaran hutan',
    'Kebakaran hutan di {place}',
    'Kebakaran hutan meluas di {place}. Asap dan penutupan jalan dapat terjadi.',
    'Bersiaplah untuk pergi dan segera berangkat bila diminta. Bawa dokumen dan obat. Tutup jendela dan kurangi kegiatan di luar ruangan.',
  ],
  health: [
    'Wabah penyakit',
    'Imbauan kesehatan: {place}',
    'Wabah penyakit dilaporkan di {place}.',
    'Ikuti petunjuk dinas kesehatan setempat. Cuci tangan, hindari kerumunan, dan hubungi tenaga kesehatan lebih dahulu bila Anda merasa sakit.',
  ],
  unrest: [
    'Kerusuhan',
    'Situasi keamanan di {place}',
    'Unjuk rasa dan bentrokan terjadi di {place}. Keadaan dapat berubah dengan cepat.',
    'Hindari kerumunan dan gedung pemerintah. Tetap di tempat yang aman, bawa kartu identitas, dan pantau kabar dari Perwakilan RI.',
  ],
  evacuation: [
    'Konflik bersenjata',
    'Keadaan darurat di {place}',
    'Pertempuran terjadi di {place}. Perwakilan RI menyiapkan langkah bagi WNI.',
    'Tetap di tempat yang aman dan jauhi jendela. Siapkan paspor, uang, obat, dan pakaian. Laporkan keberadaan Anda kepada Perwakilan RI dan tunggu petunjuk; jangan berangkat sendiri.',
  ],
  attack: [
    'Serangan teror',
    'Serangan di {place}',
    'Serangan telah terjadi di {place}. Keterangan resmi masih dikumpulkan.',
    'Jauhi lokasi kejadian dan tempat ramai. Ikuti petunjuk polisi. Beri kabar kepada keluarga, dan jangan menyebarkan kabar yang belum pasti.',
  ],
  accident: [
    'Kecelakaan transportasi',
    'Kecelakaan transportasi di {place}',
    'Kecelakaan transportasi telah terjadi di {place}. Perwakilan RI menghubungi pihak berwenang tentang kemungkinan adanya WNI.',
    'Keluarga yang mencari kabar dapat menghubungi nomor di halaman ini. Mohon siapkan nama lengkap dan data perjalanan.',
  ],
  death: [
    'Berita duka',
    'Berita duka: {place}',
    'Dengan duka cita yang mendalam kami menyampaikan berpulangnya {place}.',
    '',
  ],
  mourning: [
    'Hari berkabung nasional',
    'Hari berkabung nasional',
    'Pemerintah Republik Indonesia menetapkan hari berkabung nasional. Bendera dikibarkan setengah tiang.',
    '',
  ],
};
