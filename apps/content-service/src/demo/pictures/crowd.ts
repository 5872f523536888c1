import { bark, brick, cream, indigo, ink, maroon, moss, ochre, rose, sand } from './palette.ts';
import { numbers, range } from './shapes.ts';
import { circle, path, place } from './svg.ts';

const SKIN = ['#8d5a3b', '#a9714c', '#6f4630', '#c1895f'];
const CLOTH = [maroon, indigo, cream, ochre, brick, moss, rose, cream, '#3f5878', sand];

/** People from behind, some under a peci or a scarf. */
export function crowd(): string[] {
  const random = numbers(17);
  return range(60).map((index) => {
    const row = Math.floor(index / 20);
    const x = (index % 20) * 84 + (row % 2) * 42 - 20 + random() * 26;
    const y = 836 + row * 58 + random() * 14;
    const cloth = CLOTH[Math.floor(random() * CLOTH.length)] ?? cream;
    const hair = random() > 0.45 ? ink : bark;
    const kind = random();
    const head =
      kind < 0.3
        ? [
            path(
              'M-27 8C-32 -42 32 -42 27 8C30 30 20 40 0 40S-30 30 -27 8Z',
              CLOTH[(index * 3) % CLOTH.length] ?? sand,
            ),
          ]
        : [
            circle(0, 0, 24, SKIN[index % 4] ?? bark),
            path('M-25 2C-27 -34 27 -34 25 2C14 14 -14 14 -25 2Z', hair),
            ...(kind > 0.72 ? [path('M-26 -8L-23 -32Q0 -40 23 -32L26 -8Q0 -16 -26 -8Z', ink)] : []),
          ];
    return place(
      x,
      y,
      [path('M-50 130C-50 52 -32 34 0 34S50 52 50 130Z', cloth), ...head],
      0,
      0.86 + row * 0.14,
    );
  });
}
