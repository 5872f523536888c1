import { CliError } from '../cli-error.ts';

/** A row of a list of missions as the API takes a new site. */
export type MissionRow = Awaited<ReturnType<typeof readMissionRows>>[number];

/**
 * Reads a list of missions; nothing of it is taken when one value is wrong.
 * @throws {CliError} with a line for each wrong value.
 */
export async function readMissionRows(file: string, csv: string) {
  const { missionSite, readMissions } = await import('@warta/sites');
  try {
    return readMissions(csv).map(missionSite);
  } catch (error) {
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
}
