import type { Command } from 'commander'
import { count, JSON_OPTION, portalId, type Run } from './command-parts.ts'

/** Commands for whoever looks after a running installation. */
export function addCareCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('doctor')
    .description('what works, what does not, and what to do about it')
    .argument('[portal]', 'one portal instead of all', portalId)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./doctor.ts')).runDoctor(config(), portal, output(options)),
      ),
    )
  program
    .command('parked')
    .description('records that wait for a person, with the reason; try them again')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--code <code>', 'only those with this reason')
    .option('--limit <count>', 'how many to list', count, 50)
    .option('--retry', 'try them again', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./parked.ts')).runParked(
          config(),
          { code: undefined, ...options, portal },
          output(options),
        ),
      ),
    )
}
