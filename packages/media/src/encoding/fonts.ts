import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of each family in each weight that we draw with; each stands in a folder of its own. */
const FILES = [
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/500Medium/NotoSans_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-thai/500Medium/NotoSansThai_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf'),
];

/**
 * Writes the settings by which text is drawn with the fonts that come with us and with no other, so that a card is the
 * same on every machine. Returns the file.
 */
export function fontSettings(): string {
  const folder = join(tmpdir(), `warta-fonts-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const folders = FILES.map((file) => dirname(fileURLToPath(file)));
  const settings = folders.map((each) => `<dir>${each}</dir>`).join('');
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${settings}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}
