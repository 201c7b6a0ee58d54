import { type Command, Option } from 'commander'
import { ACCESS_ROLES } from '#src/http/api/access-role.ts'
import { JSON_OPTION, type Run } from './command-parts.ts'

/** Who may use the API. */
export function addTokenCommands(program: Command, run: (work: Run) => Promise<void>): void {
  const token = program.command('token').description('who may use the API, and as what')
  token
    .command('create')
    .description('make a token; it is shown once and kept nowhere')
    .argument('<name>', 'who or what uses it; the ledger calls them so')
    .addOption(
      new Option('--role <role>', 'what it may do; each role includes those before it')
        .choices(ACCESS_ROLES)
        .makeOptionMandatory(),
    )
    .option(...JSON_OPTION)
    .action((name, options) =>
      run(async ({ config, output }) =>
        (await import('./token.ts')).runTokenCreate(
          config(),
          { name, role: options.role },
          output(options),
        ),
      ),
    )
  token
    .command('list')
    .description('every token there is or was, when it was made and last used')
    .option(...JSON_OPTION)
    .action((options) =>
      run(async ({ config, output }) =>
        (await import('./token.ts')).runTokenList(config(), output(options)),
      ),
    )
  token
    .command('revoke')
    .description('end a token and every session that was started with it')
    .argument('<name>', 'as it was created')
    .option(...JSON_OPTION)
    .action((name, options) =>
      run(async ({ config, output }) =>
        (await import('./token.ts')).runTokenRevoke(config(), name, output(options)),
      ),
    )
}
