import type { Command } from 'commander'
import { JSON_OPTION, portalId, type Run } from './command-parts.ts'

/** What people are grouped by in the CRM, beside their score. */
export function addSegmentCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('segments')
    .description('kinds of people that close differently: proposed, in force; approve, withdraw')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--approve <proposal>', 'put this proposal in force, under the names given')
    .option(
      '--name <key=name>',
      'what to call one in the CRM: segment-1="Benefits teams" (may be repeated)',
      (name: string, before: readonly string[]) => [...before, name],
      [],
    )
    .option('--withdraw', 'empty the segment of everybody who has one', false)
    .option('--by <name>', 'who answers for it')
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./segments.ts')).runSegments(
          config(),
          { approve: undefined, by: undefined, ...options, portal },
          output(options),
        ),
      ),
    )
}
