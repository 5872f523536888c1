import { Command } from 'commander';
import { alertCancel } from './commands/alert-cancel.ts';
import { alertDraft } from './commands/alert-draft.ts';
import { alertDrill } from './commands/alert-drill.ts';
import { alertList } from './commands/alert-list.ts';
import { alertRelease } from './commands/alert-release.ts';
import { backup } from './commands/backup.ts';
import { contactsImport } from './commands/contacts-import.ts';
import { headlineCorrect } from './commands/headline-correct.ts';
import { headlineList } from './commands/headline-list.ts';
import { headlinePush } from './commands/headline-push.ts';
import { headlineRecall } from './commands/headline-recall.ts';
import { headlineStatus } from './commands/headline-status.ts';
import { migrate } from './commands/migrate.ts';
import { postList } from './commands/post-list.ts';
import { postPublish } from './commands/post-publish.ts';
import { postWithdraw } from './commands/post-withdraw.ts';
import { reconcile } from './commands/reconcile.ts';
import { restore } from './commands/restore.ts';
import { seed } from './commands/seed.ts';
import { siteAdd } from './commands/site-add.ts';
import { siteClose } from './commands/site-close.ts';
import { siteImport } from './commands/site-import.ts';
import { siteList } from './commands/site-list.ts';
import { siteSet } from './commands/site-set.ts';
import { themeCheck } from './commands/theme-check.ts';
import { tokenCreate } from './commands/token-create.ts';
import { tokenList } from './commands/token-list.ts';
import { tokenRevoke } from './commands/token-revoke.ts';
import { userInvite } from './commands/user-invite.ts';
import { VERSION } from './version.ts';

/** All commands, in the order in which help lists them. */
export function buildProgram(): Command {
  const program = new Command('npm run warta --')
    .description('Runs the blogs of the missions and puts headlines on them.')
    .version(VERSION)
    .addHelpText('after', SURROUNDINGS);
  group(program, 'headline', 'What the ministry says on all missions at once', [
    headlinePush(),
    headlineCorrect(),
    headlineRecall(),
    headlineStatus(),
    headlineList(),
  ]);
  group(program, 'alert', 'What stands above every page until it is over', [
    alertList(),
    alertDraft(),
    alertRelease(),
    alertCancel(),
    alertDrill(),
  ]);
  group(program, 'post', 'What one site says', [postPublish(), postList(), postWithdraw()]);
  group(program, 'site', 'The blogs of the network', [
    siteList(),
    siteAdd(),
    siteImport(),
    siteSet(),
    siteClose(),
  ]);
  group(program, 'contacts', 'Whom to reach at each site', [contactsImport()]);
  group(program, 'token', 'Keys to the API', [tokenCreate(), tokenList(), tokenRevoke()]);
  group(program, 'theme', 'What readers see', [themeCheck()]);
  group(program, 'user', 'People who work at the desk', [userInvite()]);
  for (const command of [reconcile(), migrate(), backup(), restore(), seed()]) program.addCommand(command);
  return program;
}

function group(program: Command, name: string, description: string, commands: Command[]): void {
  const parent = new Command(name).description(description);
  for (const command of commands) parent.addCommand(command);
  program.addCommand(parent);
}

const SURROUNDINGS = `
Environment:
  WARTA_URL      where the service answers (else PUBLIC_URL, else http://localhost:PORT)
  WARTA_TOKEN    the token to send (else the one in DATA_DIR/operator-token)
  DATA_DIR       the service's folder (./data)
  DATABASE_URL   its PostgreSQL, where it has one`;
