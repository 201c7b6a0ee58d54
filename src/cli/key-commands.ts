import type { Command } from 'commander'
import { JSON_OPTION, type Run } from './command-parts.ts'

/** The keys of LEADWELL_SECRET_KEY. */
export function addKeyCommands(program: Command, run: (work: Run) => Promise<void>): void {
  const keys = program
    .command('keys')
    .description('what credentials and the ledger are sealed with')
  keys
    .command('rotate')
    .description(
      'seal everything with the first key of LEADWELL_SECRET_KEY, so that the others can go; may be run again at any time',
    )
    .option(...JSON_OPTION)
    .action((options) =>
      run(async ({ config, output }) =>
        (await import('./keys.ts')).runKeysRotate(config(), output(options)),
      ),
    )
}
