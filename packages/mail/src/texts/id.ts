import { quoted, type Texts } from './texts.ts';

export const INDONESIAN: Texts = {
  greeting: (name) => (name ? `Yth. ${name},` : 'Salam,'),
  footer: (origin) => `Dikirim oleh layanan di ${origin}. Balasan ke alamat ini tidak dibaca.`,
  turnOff: (origin) => `Surel jenis ini dapat dimatikan di halaman akun Anda di ${origin}/desk.`,
  letters: {
    invitation: ({ who, site, link, until }, date) => ({
      subject: 'Akun Anda di Warta',
      paragraphs: [
        site
          ? `${who} telah membuatkan akun bagi Anda untuk menulis bagi ${site}.`
          : `${who} telah membuatkan akun bagi Anda.`,
        'Buka halaman berikut untuk membuat kata sandi. Tautan ini hanya berlaku sekali:',
        link,
        `Tautan dapat dipakai hingga ${date(until)}. Jika Anda tidak menantikannya, abaikan saja surel ini.`,
      ],
    }),
    'password-reset': ({ link, until }, date) => ({
      subject: 'Jalan masuk baru ke akun Anda',
      paragraphs: [
        'Sebuah tautan untuk mengatur ulang cara masuk telah dibuat bagi akun Anda. Tautan ini hanya berlaku sekali:',
        link,
        `Tautan dapat dipakai hingga ${date(until)}. Jika Anda tidak memintanya, jangan membukanya dan beri tahu penanggung jawab situs Perwakilan.`,
      ],
    }),
    'review-asked': ({ who, title, site, link, note }) => ({
      subject: `Mohon ditinjau: ${title}`,
      paragraphs: [`${who} meminta Anda meninjau “${title}” untuk ${site}.`, ...quoted(note), link],
    }),
    'changes-asked': ({ who, title, site, link, note }) => ({
      subject: `Perlu diubah: ${title}`,
      paragraphs: [
        `${who} telah membaca “${title}” untuk ${site} dan meminta perubahan.`,
        ...quoted(note),
        link,
      ],
    }),
    published: ({ who, title, site, link }) => ({
      subject: `Telah terbit: ${title}`,
      paragraphs: [`${who} telah menyetujui “${title}”. Tulisan itu kini tampil di situs ${site}.`, link],
    }),
    'something-due': ({ what, title, site, link, at }, date) =>
      what === 'scheduled'
        ? {
            subject: `Segera terbit: ${title}`,
            paragraphs: [`“${title}” untuk ${site} akan terbit pada ${date(at)}.`, link],
          }
        : {
            subject: `Segera ditutup: ${title}`,
            paragraphs: [
              `“${title}” dari ${site} dibuka hingga ${date(at)}, lalu ditandai sudah ditutup.`,
              link,
            ],
          },
    'alert-ends': ({ title, practice, link, at }, date) => ({
      subject: `${practice ? 'Latihan: p' : 'P'}eringatan segera berakhir: ${title}`,
      paragraphs: [
        `Peringatan “${title}” berakhir dengan sendirinya pada ${date(at)}. Sesudah itu pembaca tidak lagi melihatnya.`,
        'Jika keadaannya belum selesai, perbarui peringatan itu sebelum saat tersebut:',
        link,
      ],
    }),
    acknowledgment: ({ what, title, site, link, due }, date) =>
      what === 'asked'
        ? {
            subject: `Mohon dikonfirmasi: ${title}`,
            paragraphs: [
              `Kementerian mengirim “${title}” kepada ${site} dan meminta konfirmasi paling lambat ${date(due)}.`,
              link,
            ],
          }
        : {
            subject: `Belum dikonfirmasi: ${title}`,
            paragraphs: [
              `Kementerian meminta ${site} mengonfirmasi “${title}” paling lambat ${date(due)}. Belum ada yang melakukannya.`,
              link,
            ],
          },
    'new-sign-in': ({ device, at, link }, date) => ({
      subject: 'Masuk dari perangkat baru',
      paragraphs: [
        `Akun Anda masuk dari perangkat yang belum pernah terlihat: ${device}, pada ${date(at)}.`,
        'Jika itu Anda, tidak ada yang perlu dilakukan. Jika bukan, akhiri sesi itu dan ubah kata sandi Anda di sini:',
        link,
      ],
    }),
  },
};
