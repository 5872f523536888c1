import sharp from 'sharp';

/** A JPEG as heavy as a camera's of this size: soft shapes under a grain. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const noise = (sigma: number) => ({ type: 'gaussian' as const, mean: 128, sigma });
  const shapes = await sharp({
    create: { width: 40, height: 30, channels: 3, background: '#888', noise: noise(60) },
  })
    .resize(width, height, { kernel: 'cubic' })
    .raw()
    .toBuffer();
  const grain = { create: { width, height, channels: 3 as const, background: '#888', noise: noise(12) } };
  return sharp(shapes, { raw: { width, height, channels: 3 } })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
