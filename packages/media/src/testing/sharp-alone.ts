import sharp from 'sharp';

/** The same files by the library as its manual has it, with nothing of ours: what our own work is measured against. */
export async function sharpAlone(source: string): Promise<Buffer[]> {
  const { data, info } = await sharp(source)
    .autoOrient()
    .resize({ width: 4000, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  const press = sharp(data, raw).jpeg({ quality: 85, progressive: true }).toBuffer();
  const shown = await sharp(data, raw).resize({ width: 1600 }).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = shown.info;
  const small = [1600, 960, 480].flatMap((each) => {
    const sized = sharp(shown.data, { raw: { width, height, channels } }).resize({ width: each });
    return [
      sized.clone().avif({ effort: 2, quality: 50 }).toBuffer(),
      sized.clone().webp({ effort: 4, quality: 75 }).toBuffer(),
      sized
        .clone()
        .jpeg({ quality: 78, progressive: true, quantisationTable: 3, overshootDeringing: true })
        .toBuffer(),
    ];
  });
  return Promise.all([press, ...small]);
}
