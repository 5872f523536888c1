import { isDeepStrictEqual } from 'node:util';
import type { OpenAlert, StandingAlert } from '@warta/alerts';
import type { EmergencySite, SiteName } from '@warta/sites';
import { PORTAL } from '../pages/answer.ts';

const SEVERITIES: readonly string[] = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'];

type Alerts = readonly StandingAlert[];

/**
 * What a node knows by heart: the alerts that stand, and whom to reach in an emergency. It asks nobody, so it holds
 * while the database is away; an alert whose time is over goes by itself.
 */
export class AlertBoard {
  #alerts: Alerts = [];
  #open: readonly OpenAlert[] = [];
  /** By `performance.now()`, which no correction of a clock moves. */
  #endings = new Map<string, number>();
  #nextEnding = Number.POSITIVE_INFINITY;
  #bySite = new Map<string, Alerts>();
  #everywhere: Alerts | undefined;
  #sites = new Map<string, EmergencySite>();
  #bySlug = new Map<string, EmergencySite>();
  #byHost = new Map<string | null, EmergencySite>();
  #version = 0;

  /** Another number whenever anything that is shown may have changed. */
  get version(): number {
    this.#endWhatIsOver();
    return this.#version;
  }

  /** All alerts that stand, the gravest first, and solemn notices after hazards. */
  get alerts(): Alerts {
    this.#endWhatIsOver();
    return this.#alerts;
  }

  /** What other programs are told of: those that stand, and ends, newest first. */
  get open(): readonly OpenAlert[] {
    this.#endWhatIsOver();
    return this.#open;
  }

  /** All sites, the ministry's first. */
  get sites(): EmergencySite[] {
    return [...this.#sites.values()];
  }

  /** Takes over what stands; `now` is the moment it is by the clock that the alerts' times are meant by. */
  setAlerts(alerts: Alerts, now: Date, open: readonly OpenAlert[] = []): void {
    const zero = performance.now() - now.getTime();
    const all = [...open, ...alerts];
    this.#endings = new Map(all.map(({ id, expiresAt }) => [id, zero + Date.parse(expiresAt)]));
    this.#arrange(alerts, open);
  }

  setSites(sites: readonly EmergencySite[]): void {
    this.#sites = new Map(sites.map((site) => [site.id, site]));
    this.#bySlug = new Map(sites.map((site) => [site.slug, site]));
    this.#byHost = new Map(sites.map((site) => [site.host, site]));
    this.#version += 1;
    this.#arrange(this.#alerts, this.#open);
  }

  /** What stands on the pages of a site, or on the portal: all but exercises. Undefined where nothing does. */
  forSite(id: string): Alerts | undefined {
    this.#endWhatIsOver();
    const alerts = this.#bySite.get(id);
    if (alerts || !this.#everywhere) return alerts;
    return this.#sites.has(id) ? undefined : this.#everywhere; // it has opened since the sites were read
  }

  /** In how many ms the next of what stands is over; Infinity where nothing stands. */
  get endsInMs(): number {
    this.#endWhatIsOver();
    return this.#nextEnding - performance.now();
  }

  find(number: number): StandingAlert | undefined {
    return this.alerts.find((alert) => alert.number === number);
  }

  site(id: string): EmergencySite | undefined {
    return this.#sites.get(id);
  }

  siteNamed(name: SiteName): EmergencySite | undefined {
    return 'slug' in name ? this.#bySlug.get(name.slug) : this.#byHost.get(name.host);
  }

  #endWhatIsOver(): void {
    if (performance.now() >= this.#nextEnding) this.#arrange(this.#alerts, this.#open);
  }

  #arrange(alerts: Alerts, open: readonly OpenAlert[]): void {
    const now = performance.now();
    const ending = ({ id }: { id: string }) => this.#endings.get(id) ?? 0;
    const before = [this.#alerts, this.#open];
    this.#alerts = alerts.filter((alert) => ending(alert) > now).toSorted(byGravity);
    this.#open = open.filter((alert) => ending(alert) > now);
    if (!isDeepStrictEqual([this.#alerts, this.#open], before)) this.#version += 1;
    this.#nextEnding = Math.min(Number.POSITIVE_INFINITY, ...[...this.#alerts, ...this.#open].map(ending));
    const real = this.#alerts.filter(({ practice }) => !practice);
    const everywhere = real.filter((alert) => alert.everywhere);
    this.#everywhere = everywhere.length > 0 ? everywhere : undefined;
    this.#bySite = bySite(this.#alerts);
    if (real.length > 0) this.#bySite.set(PORTAL, real);
  }
}

function bySite(alerts: Alerts): Map<string, Alerts> {
  const found = new Map<string, StandingAlert[]>();
  for (const alert of alerts) {
    for (const site of alert.sites) {
      const known = found.get(site);
      if (known) known.push(alert);
      else found.set(site, [alert]);
    }
  }
  return found;
}

function byGravity(a: StandingAlert, b: StandingAlert): number {
  const rank = ({ kind, severity }: StandingAlert) =>
    kind === 'solemn' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
  return rank(a) - rank(b) || b.updatedAt.localeCompare(a.updatedAt) || b.number - a.number;
}
