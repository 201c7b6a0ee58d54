import type { Command } from 'commander'
import { count, JSON_OPTION, portalId, type Run } from './command-parts.ts'

/** What shows what was done with records, and takes them out. */
export function addPrivacyCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('audit')
    .description('what was read, decided, sent and erased, and whether that record is whole')
    .argument('[portal]', 'a portal id, such as hubspot:123 (default: all)', portalId)
    .option('--record <id>', 'only what is about this record, and on which basis')
    .option('--verify', 'check the chain; exit code 1 when it is broken', false)
    .option('--export <file>', 'write every entry, one JSON object a line')
    .option('--limit <count>', 'newest entries to show', count, 50)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./audit.ts')).runAudit(config(), { portal, ...options }, output(options)),
      ),
    )
  program
    .command('erase')
    .description('forget a record: every row of it goes, and it is never read in again')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .argument('<record>', 'the record id in the CRM, or object and id, such as contact:123')
    .option('--lift', 'let a forgotten record be read again', false)
    .option(...JSON_OPTION)
    .action((portal, record, options) =>
      run(async ({ config, output }) =>
        (await import('./erase.ts')).runErase(
          config(),
          { portal, record, lift: options.lift },
          output(options),
        ),
      ),
    )
  program
    .command('disconnect')
    .description('end a portal: everything of it goes but its ledger and who was forgotten')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--yes', 'really do it', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./disconnect.ts')).runDisconnect(
          config(),
          { portal, yes: options.yes },
          output(options),
        ),
      ),
    )
}
