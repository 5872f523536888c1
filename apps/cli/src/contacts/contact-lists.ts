import type { ListedContacts } from '@warta/sites';
import { CliError } from '../cli-error.ts';

/**
 * Reads a list of contacts for these sites; nothing of it is taken when one value is wrong.
 * @throws {CliError} with a line for each wrong value.
 */
export async function readContactLists(
  file: string,
  csv: string,
  sites: ReadonlySet<string>,
): Promise<ListedContacts[]> {
  const { readContacts } = await import('@warta/sites');
  try {
    return readContacts(csv, sites);
  } catch (error) {
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
}
