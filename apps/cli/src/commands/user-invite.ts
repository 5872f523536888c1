import { ROLES } from '@warta/accounts';
import { Command, Option } from 'commander';

interface Options {
  name: string;
  role: string;
  site?: string[];
  language: 'id' | 'en';
}

/** `user invite` */
export function userInvite(): Command {
  return new Command('invite')
    .description('Makes an account that opens with a link which works once, for seven days')
    .argument('<email>', 'the address the person signs in with')
    .requiredOption('--name <name>', "the person's name")
    .addOption(new Option('--role <role>', 'what the person may do').choices(ROLES).makeOptionMandatory())
    .option('--site <slug...>', 'the site or sites of a role such as head-of-site')
    .addOption(new Option('--language <tag>', 'language of the desk').choices(['id', 'en']).default('id'))
    .action(async (email: string, options: Options) => {
      const { inviteInDatabase } = await import('../people/invite-in-database.ts');
      const { url, expiresAt } = await inviteInDatabase({ email, ...options });
      console.error(`Pass this link on to ${email}. It works once, until ${expiresAt.toISOString()}:`);
      console.log(url);
    });
}
