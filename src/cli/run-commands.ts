import type { Command } from 'commander'
import { count, JSON_OPTION, portalId, type Run } from './command-parts.ts'

/** Commands that score again what is stored. */
export function addRunCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('rescore')
    .description('score everything stored again with the models in force; nothing is read')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--wait', 'take part in the work and end when everything is scored', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output, signal }) =>
        (await import('./rescore.ts')).runRescore(
          config(),
          { portal, ...options },
          output(options),
          signal,
        ),
      ),
    )
  program
    .command('runs')
    .description('what was scored again and what came of it; the one that goes on; cancel it')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--limit <count>', 'how many to list', count, 10)
    .option('--cancel <id>', 'cancel this one; what it did stays done', count)
    .option('--show <id>', 'the report of this one', count)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./runs.ts')).runRuns(
          config(),
          { cancel: undefined, show: undefined, ...options, portal },
          output(options),
        ),
      ),
    )
}
