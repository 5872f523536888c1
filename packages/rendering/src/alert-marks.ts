/** Which version of which alert stands on a page. */
export interface AlertMark {
  number: number;
  version: number;
}

export const alertMark = ({ number, version }: AlertMark) => `${number}.${version}`;

/** The alerts that a page shows, or leads to where it has no room for them, as whoever reads it sees. */
export function readAlertMarks(page: string): AlertMark[] {
  const marks = [...page.matchAll(/\sdata-alert="([\d. ]+)"/g)].flatMap(([, list = '']) => list.split(' '));
  return marks.map((mark) => {
    const [number, version] = mark.split('.');
    return { number: Number(number), version: Number(version) };
  });
}
