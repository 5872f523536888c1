import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { findSite } from '@warta/sites';
import { overlayInput, saveOverlay } from '@warta/sync';

/** What two missions say beside headlines of the demo, which are named by the key of their sample. */
const SAMPLES = [
  {
    site: 'wellington',
    headline: 'safe-travel-update',
    contact: 'general',
    texts: [
      {
        locale: 'en',
        intro:
          'Sample content: if you are in **New Zealand or the Pacific islands**, download the data for every country on your way before you leave the city. Many islands have no signal.',
        note: 'Sample content: our staff help with the app at the counter in Wellington, after your consular errand.',
      },
      {
        locale: 'id',
        intro:
          'Contoh isi: bagi Anda di **Selandia Baru atau kepulauan Pasifik**, unduhlah data setiap negara tujuan sebelum meninggalkan kota. Banyak pulau tidak memiliki sinyal.',
      },
    ],
  },
  {
    site: 'tokyo',
    headline: 'darmasiswa-scholarship',
    texts: [
      {
        locale: 'ja',
        intro: 'サンプル：日本にお住まいの方の面接は、東京の大使館で行います。',
        translation: {
          title: 'ダルマシスワ奨学金の募集が始まりました',
          summary: 'サンプル：インドネシアの大学でインドネシア語、芸術、文化を学ぶ留学生を募集しています。',
          body: [
            '> 試験用のサンプルです。日程と条件は架空のものです。主催者の公式発表をご覧ください。',
            'ダルマシスワは、インドネシア語、芸術、文化を学びたい外国人のための奨学金です。応募はお住まいの国のインドネシア在外公館を通じて行います。',
            '## 必要な書類',
            '1. 有効な旅券の写し\n2. 最終学歴の卒業証明書と成績証明書\n3. 志望動機書（1ページ）\n4. 健康診断書',
            '## 手順',
            '| 手順 | 日程（サンプル） |\n| --- | --- |\n| オンライン応募 | 2月 |\n| 公館での面接 | 3月 |\n| 結果発表 | 5月 |\n| 授業開始 | 9月 |',
            'ご質問は、最寄りの公館の連絡先までお寄せください。',
          ].join('\n\n'),
        },
      },
    ],
  },
];

/** Gives headlines of the demo, by the key of their sample, what their missions say beside them. */
export async function adaptHeadlines(
  { db }: Database,
  actor: Actor,
  headlines: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { site: slug, headline, ...overlay } of SAMPLES) {
    const site = await findSite(db, slug);
    const id = headlines.get(headline);
    if (!site || !id)
      throw new Error(`there is no ${site ? `headline ${headline}` : `site ${slug}`} in the demo`);
    await saveOverlay(db, actor, site, id, overlayInput.parse(overlay));
  }
}
