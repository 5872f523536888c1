/** Words for the sample pages, in scripts that put a theme to the test. Invented; nothing here is official. */
export type SampleLang = 'id' | 'en' | 'ar' | 'ja';

interface SampleEntry {
  title: string;
  summary: string;
  category?: string;
  official?: true;
  pinned?: true;
  cover?: string;
  lang?: string;
  foreign?: string;
}

interface SampleTexts {
  site: { slug: string; name: string; fullName: string };
  language: { lang: string; label: string; dir: 'ltr' | 'rtl' };
  stamp: string;
  origin: string;
  note: string;
  entries: SampleEntry[];
  body: string;
}

export const sampleTexts: Record<SampleLang, SampleTexts> = {
  id: {
    site: { slug: 'tokyo', name: 'KBRI Tokyo', fullName: 'Kedutaan Besar Republik Indonesia di Tokyo' },
    language: { lang: 'ja', label: '日本語', dir: 'ltr' },
    stamp: '12 November 2026',
    origin: 'Kementerian Luar Negeri',
    note: 'Nomor hotline diperbaiki.',
    entries: [
      {
        official: true,
        pinned: true,
        category: 'consular-alert',
        cover: 'gunung',
        title: '(Contoh) Imbauan bagi WNI setelah gempa di dekat Santiago',
        summary:
          'WNI di Santiago dan sekitarnya diminta menjauhi bangunan retak, mengabari keluarga, dan memperbarui lapor diri.',
      },
      {
        official: true,
        category: 'diplomacy',
        title: '(Contoh) Pertemuan tingkat menteri sepakati program pendidikan vokasi bersama',
        summary: 'Pertemuan di Jakarta menghasilkan tiga langkah kerja sama.',
      },
      {
        official: true,
        category: 'services',
        title: '(Contoh) Safe Travel kini bisa dipakai tanpa sinyal',
        summary: 'Alamat dan kontak perwakilan tetap terbuka.',
      },
      {
        official: true,
        category: 'education',
        lang: 'en',
        foreign: 'Inggris',
        title: '(Sample) Applications open for the Darmasiswa scholarship',
        summary: 'Foreign students can apply.',
      },
      {
        category: 'culture',
        cover: 'wayang',
        title: '(Contoh) Malam gamelan dan saman di aula kedutaan',
        summary:
          'Aula kedutaan dibuka untuk satu malam musik, tari, dan jajanan pasar. Masuk gratis, kursi terbatas.',
      },
      {
        category: 'culture',
        cover: 'layar',
        lang: 'ja',
        foreign: 'Jepang',
        title: 'インドネシア映画の夕べを開催します',
        summary: '日本語字幕付きのインドネシア映画を大使館のホールで上映します。入場無料、事前申込制です。',
      },
      {
        category: 'services',
        title: '(Contoh) Layanan paspor keliling di Nagoya, Sabtu 21 November',
        summary: 'Bawa paspor lama, kartu penduduk, dan bukti janji temu. Pelayanan 09.00–15.00.',
      },
      {
        category: 'community',
        cover: 'pasar',
        title: '(Contoh) Pasar Nusantara: seratus perajin di Taman Yoyogi',
        summary: 'Kopi, tenun, dan masakan dari dua puluh provinsi.',
      },
      {
        category: 'election',
        title: '(Contoh) Pendaftaran pemilih luar negeri dibuka sampai akhir bulan',
        summary: 'Periksa nama Anda dan perbarui alamat.',
      },
      {
        category: 'trade',
        cover: 'kopi',
        title: '(Contoh) Kopi, rempah, dan tekstil di pameran dagang',
        summary: 'Lima belas perusahaan Indonesia hadir selama tiga hari.',
      },
    ],
    body: '> Contoh isi untuk pengujian. Tulisan ini bukan imbauan resmi.\n\nGempa bumi terasa di Santiago dan kota-kota sekitarnya pada Sabtu dini hari waktu setempat. KBRI Santiago menghubungi simpul-simpul masyarakat Indonesia di kota itu. Sampai tulisan ini dimuat, belum ada laporan WNI yang terluka.\n\n## Yang perlu dilakukan sekarang\n\n1. Jauhi bangunan retak, lereng, dan tepi pantai sampai otoritas setempat menyatakan aman.\n2. Kabari keluarga dengan pesan singkat supaya jaringan telepon tidak penuh.\n3. Perbarui data lapor diri Anda di [portal Peduli WNI](https://peduliwni.example/).\n\n## Bila butuh bantuan\n\nHubungi layanan darurat setempat lebih dulu. Setelah itu, hubungi KBRI Santiago lewat nomor di laman kontak perwakilan. Sebutkan **lokasi**, jumlah orang, dan *bantuan* yang diperlukan.\n\n| Hari | Pagi | Sore |\n| --- | --- | --: |\n| Rabu | Pembukaan dan pencicipan kopi | 12 |\n| Kamis | Gelar wicara: aturan impor rempah | 8 |\n\nImbauan ini diperbarui setiap enam jam sampai keadaan pulih.',
  },
  en: {
    site: { slug: 'tokyo', name: 'KBRI Tokyo', fullName: 'Embassy of the Republic of Indonesia in Tokyo' },
    language: { lang: 'ja', label: '日本語', dir: 'ltr' },
    stamp: '12 November 2026',
    origin: 'Ministry of Foreign Affairs',
    note: 'The hotline number was put right.',
    entries: [
      {
        official: true,
        pinned: true,
        category: 'consular-alert',
        cover: 'gunung',
        title: '(Sample) Advice to Indonesians after the earthquake near Santiago',
        summary: 'Keep away from cracked buildings, tell your family, and update your registration.',
      },
      {
        official: true,
        category: 'diplomacy',
        title: '(Sample) Ministers agree on a joint programme for vocational schools',
        summary: 'Three steps were agreed in Jakarta.',
      },
      {
        official: true,
        category: 'services',
        title: '(Sample) Safe Travel now works without a signal',
        summary: 'Addresses and contacts stay available.',
      },
      {
        official: true,
        category: 'education',
        title: '(Sample) Applications open for the Darmasiswa scholarship',
        summary: 'Foreign students can apply.',
      },
      {
        category: 'culture',
        cover: 'wayang',
        title: 'An evening of gamelan and saman',
        summary: 'The embassy opens its hall for a free evening of music, dance and street food.',
      },
      {
        category: 'culture',
        cover: 'layar',
        lang: 'ja',
        foreign: 'Japanese',
        title: 'インドネシア映画の夕べを開催します',
        summary: '日本語字幕付きのインドネシア映画を上映します。',
      },
      {
        category: 'community',
        lang: 'ar',
        foreign: 'Arabic',
        title: 'افتتاح دورة اللغة الإندونيسية للمبتدئين',
        summary: 'تدعو السفارة المهتمين إلى دورة تمهيدية مجانية.',
      },
    ],
    body: 'The embassy hall opens its doors for an evening of *Indonesian* music and dance.\n\n## Programme\n\n- 5.30 pm: doors and food stalls open\n- 6.30 pm: gamelan',
  },
  ar: {
    site: {
      slug: 'cairo',
      name: 'سفارة إندونيسيا في القاهرة',
      fullName: 'سفارة جمهورية إندونيسيا في القاهرة',
    },
    language: { lang: 'ar', label: 'العربية', dir: 'rtl' },
    stamp: '12 نوفمبر 2026',
    origin: 'وزارة الخارجية',
    note: 'صُحّح رقم الخط الساخن.',
    entries: [
      {
        official: true,
        pinned: true,
        category: 'consular-alert',
        cover: 'gunung',
        lang: 'en',
        foreign: 'الإنجليزية',
        title: '(Sample) Advice to Indonesians after the earthquake near Santiago',
        summary: 'Keep away from cracked buildings, tell your family, and update your registration.',
      },
      {
        official: true,
        category: 'diplomacy',
        title: '(نموذج) اتفاق وزاري على برنامج مشترك للتعليم المهني',
        summary: 'ثلاث خطوات للتعاون.',
      },
      {
        official: true,
        category: 'education',
        lang: 'id',
        foreign: 'الإندونيسية',
        title: '(Contoh) Pendaftaran beasiswa Darmasiswa dibuka',
        summary: 'Mahasiswa asing dapat mendaftar.',
      },
      {
        official: true,
        category: 'services',
        title: '(نموذج) تطبيق Safe Travel يعمل الآن بلا إنترنت',
        summary: 'تبقى العناوين متاحة.',
      },
      {
        category: 'education',
        cover: 'wayang',
        title: 'افتتاح دورة اللغة الإندونيسية للمبتدئين في القاهرة',
        summary:
          'محتوى نموذجي: تدعو السفارة المهتمين إلى دورة تمهيدية مجانية في اللغة الإندونيسية مدتها ثمانية أسابيع.',
      },
      {
        category: 'culture',
        cover: 'kopi',
        title: 'أمسية القهوة الإندونيسية: خمسة مذاقات من خمس جزر',
        summary: 'دعوة مفتوحة للجميع يوم الخميس.',
      },
      { category: 'community', title: 'يوم مفتوح للجالية الإندونيسية', summary: '' },
    ],
    body: '> محتوى نموذجي لأغراض الاختبار، وليس إعلانًا رسميًا.\n\nتدعو سفارة جمهورية إندونيسيا في القاهرة الطلاب والمهتمين إلى دورة تمهيدية في اللغة الإندونيسية. تستمر الدورة ثمانية أسابيع، بلقاء واحد كل أسبوع، ولا تتطلب معرفة سابقة باللغة.\n\n## ماذا يتعلم المشاركون؟\n\n- التحية والتعارف في الحياة اليومية\n- الأرقام والأسعار والتسوق\n\n## طريقة التسجيل\n\n1. املأ استمارة التسجيل في صفحة الفعاليات.\n2. انتظر رسالة التأكيد خلال ثلاثة أيام عمل.\n\nتُكتب الكلمات الجديدة بالحروف اللاتينية، مثل *selamat pagi* أي «صباح الخير».',
  },
  ja: {
    site: {
      slug: 'tokyo',
      name: '駐日インドネシア共和国大使館',
      fullName: '駐日インドネシア共和国大使館（東京）',
    },
    language: { lang: 'ja', label: '日本語', dir: 'ltr' },
    stamp: '2026年11月12日',
    origin: 'インドネシア外務省',
    note: '電話番号を訂正しました。',
    entries: [
      {
        official: true,
        pinned: true,
        category: 'consular-alert',
        cover: 'gunung',
        lang: 'en',
        foreign: '英語',
        title: '(Sample) Advice to Indonesians after the earthquake near Santiago',
        summary: 'Keep away from cracked buildings, tell your family, and update your registration.',
      },
      {
        official: true,
        category: 'diplomacy',
        title: '（サンプル）職業教育の共同プログラムで閣僚が合意',
        summary: '三つの取り組みで合意しました。',
      },
      {
        official: true,
        category: 'services',
        title: '（サンプル）渡航アプリが電波のない場所でも使えるようになりました',
        summary: '連絡先をいつでも確認できます。',
      },
      {
        official: true,
        category: 'education',
        title: '（サンプル）ダルマシスワ奨学金の募集を開始',
        summary: '留学生を募集します。',
      },
      {
        category: 'culture',
        cover: 'layar',
        title: 'インドネシア映画の夕べを開催します',
        summary:
          'サンプル記事：日本語字幕付きのインドネシア映画を大使館のホールで上映します。入場無料、事前申込制です。',
      },
      {
        category: 'culture',
        cover: 'wayang',
        title: 'ガムランと踊りの夕べ',
        summary: '学生によるガムランと、アチェの踊り「サマン」をお楽しみください。',
      },
      {
        category: 'community',
        title: '代々木公園でヌサンタラ市',
        summary: 'コーヒー、織物、各地の料理が並びます。',
      },
    ],
    body: '> 表示確認用のサンプル記事です。\n\n駐日インドネシア共和国大使館では、「インドネシア映画の夕べ」を開きます。日本語字幕付きの長編映画を一本上映し、そのあと軽食を囲んで感想を語り合います。\n\n## 当日の流れ\n\n- 18時00分 受付開始\n- 18時30分 上映\n- 20時30分 交流会（軽食付き）\n\n## お申し込み\n\n1. 本サイトの「行事」のページから申込フォームへお進みください。\n2. 定員は80名です。\n\n駐車場はありません。公共交通機関をご利用ください。',
  },
};
