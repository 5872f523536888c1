import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { GeoPermissibleObjects, GeoProjection } from 'd3-geo';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { makePage, type Page } from './pages/page.ts';

/** Where a mission is on the map, in the map's own units. */
export interface Place {
  x: number;
  y: number;
}

/** A map of the land, as a picture of its own that browsers keep, and the way from coordinates to places on it. */
export interface WorldMap {
  /** The land as an SVG element. */
  land: string;
  path: string;
  page: Page;
  width: number;
  height: number;
  placeOf(longitude: number, latitude: number): Place;
}

const WIDTH = 1000;
/** Turned by this much, the map is cut in the Bering Strait, and no land is. */
const TURN = -11;
const LAND = fileURLToPath(import.meta.resolve('world-atlas/land-110m.json'));
/** Without Antarctica, where no mission is, and islands too small to be seen. */
const SOUTHERNMOST = -60;
const SMALLEST = 4e-4;
/** Bends of a coast that are smaller than this (in steradians) are not drawn: 6 KB instead of 12. */
const FINEST = 5e-5;
/** Reads on paper and on its dark counterpart. */
const FILL = 'fill="#857d73" fill-opacity=".32"';

let drawn: Promise<WorldMap> | undefined;

/** The map, drawn when it is first asked for. */
export function worldMap(): Promise<WorldMap> {
  drawn ??= draw();
  return drawn;
}

async function draw(): Promise<WorldMap> {
  const [{ geoArea, geoCentroid, geoNaturalEarth1, geoPath }, { feature }, simple] = await Promise.all([
    import('d3-geo'),
    import('topojson-client'),
    import('topojson-simplify'),
  ]);
  const whole = JSON.parse(await readFile(LAND, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const topology = simple.simplify(simple.presimplify(whole, simple.sphericalTriangleArea), FINEST);
  const geometries = feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    return parts.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  });
  const land: GeoPermissibleObjects = {
    type: 'GeometryCollection',
    geometries: geometries.filter((part) => geoCentroid(part)[1] > SOUTHERNMOST && geoArea(part) > SMALLEST),
  };
  const projection = geoNaturalEarth1().rotate([TURN, 0]).fitWidth(WIDTH, land);
  const path = geoPath(projection).digits(0);
  const height = Math.ceil(path.bounds(land)[1][1]);
  const drawing = `<path ${FILL} d="${path(land) ?? ''}"/>`;
  return { ...asset(drawing, height), land: drawing, width: WIDTH, height, placeOf: placing(projection) };
}

function asset(land: string, height: number): Pick<WorldMap, 'path' | 'page'> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">${land}</svg>`;
  const hash = createHash('sha256').update(svg).digest('base64url').slice(0, 10);
  return {
    path: `/desk/assets/land/${hash}.svg`,
    page: makePage({ body: svg, type: 'image/svg+xml', freshForMs: null }),
  };
}

function placing(projection: GeoProjection): WorldMap['placeOf'] {
  return (longitude, latitude) => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
    return { x: Math.round(x), y: Math.round(y) };
  };
}
