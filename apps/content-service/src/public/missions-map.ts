import type { MissionsPage } from '@warta/rendering';
import { isMission } from '@warta/sites';
import type { Answer } from '../pages/answer.ts';
import { type WorldMap, worldMap } from '../world-map.ts';
import type { PublicContext } from './context.ts';
import type { SiteFound } from './finders.ts';

/** Told from the paper of either colour scheme (3:1, WCAG 1.4.11). */
const DOTS = 'fill="none" stroke="#d2433a" stroke-width="8" stroke-linecap="round"';
const SVG = 'image/svg+xml; charset=utf-8';

/** All missions as dots on a map of the world: a picture that says nothing the directory does not say in words. */
export async function answerMap(
  { find }: PublicContext,
  { site: ministry, readAt }: SiteFound,
): Promise<Answer> {
  const { sites, reading } = await find.directory();
  const missions = sites.filter(isMission);
  const map = await worldMap();
  const places = missions.flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [map.placeOf(longitude, latitude)],
  );
  return {
    kind: 'page',
    body: drawing(map, places),
    type: SVG,
    readings: [{ tags: [`site:${ministry.id}`], readAt }, reading],
    freshForMs: null,
  };
}

function drawing({ width, height, land }: WorldMap, places: { x: number; y: number }[]): string {
  const dots = places.map(({ x, y }) => `M${x} ${y}h0`).join('');
  const box = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg ${box}>${land}<path ${DOTS} d="${dots}"/></svg>`;
}

/** The map as the directory shows it. */
export async function mapPicture(alt: string, src: string): Promise<Required<MissionsPage>['map']> {
  const { width, height } = await worldMap();
  return { src, width, height, alt };
}
