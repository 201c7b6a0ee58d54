import { Command, Option } from 'commander'
import { readConfig } from '#src/config.ts'
import { CRMS } from '#src/ports.ts'
import { ROLES } from '#src/privacy/allowed-field.ts'
import { addAnalysisCommands } from './analysis-commands.ts'
import { addCareCommands } from './care-commands.ts'
import { type Context, count, JSON_OPTION, portalId, type Run } from './command-parts.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { addKeyCommands } from './key-commands.ts'
import { addOfflineCommands } from './offline-commands.ts'
import { createOutput, type OutputStreams } from './output.ts'
import { addPrivacyCommands } from './privacy-commands.ts'
import { addRunCommands } from './run-commands.ts'
import type { Program } from './run-program.ts'
import { addSegmentCommands } from './segment-commands.ts'
import { addTokenCommands } from './token-commands.ts'

export interface ProgramDeps {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly streams: OutputStreams
  readonly signal: AbortSignal
}

/** The `leadwell` command and everything under it. */
export function createProgram({ env, streams, signal }: ProgramDeps): Program {
  let exitCode: ExitCode = EXIT.ok
  const context: Context = {
    config: () => readConfig(env),
    output: ({ json = false }) =>
      createOutput({ json, noColor: (env.NO_COLOR ?? '') !== '' }, streams),
    signal,
    streams,
  }
  const run = async (work: Run): Promise<void> => {
    exitCode = await work(context)
  }
  const command = new Command('leadwell')
    .description(
      'Consent-first lead scoring for mental- and behavioural-health organisations, inside HubSpot and Salesforce.',
    )
    .showHelpAfterError('(add --help for what this command takes)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .exitOverride()
  addStart(command, run)
  addSetUpCommands(command, run)
  addCareCommands(command, run)
  addPush(command, run)
  addFields(command, run)
  addRecordCommands(command, run)
  addRunCommands(command, run)
  addSegmentCommands(command, run)
  addAnalysisCommands(command, run)
  addPrivacyCommands(command, run)
  addTokenCommands(command, run)
  addKeyCommands(command, run)
  addOfflineCommands(command, run)
  command.addHelpText('after', EXIT_HELP)
  return { command, exitCode: () => exitCode }
}

const EXIT_HELP = `
Exit codes: 0 done · 1 failed · 2 wrong command line, configuration or input file
            3 finished, but some rows or records could not be done
Settings come from the environment and from .env; .env.example explains them.`

function addStart(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('start')
    .description('connect, bring every portal up to date, then serve webhooks and schedules')
    .addOption(
      new Option('--role <role>', 'what this process does')
        .choices(['all', 'web', 'worker'])
        .default('all'),
    )
    .option('--sandbox', 'use the built-in sandbox portals even when a CRM is configured', false)
    .option('--people <count>', 'people in a new sandbox', count, 2000)
    .option('--sandbox-port <port>', 'first of the two sandbox ports (0: any free)', count, 3001)
    .option('--monitor-port <port>', 'where a worker answers /healthz, /readyz, /metrics', count)
    .option(...JSON_OPTION)
    .action((options) =>
      run(async ({ config, output, signal }) =>
        (await import('./start.ts')).runStart(config(), options, output(options), signal),
      ),
    )
  program
    .command('sandbox')
    .description('run the local HubSpot portal and Salesforce org alone, to try things on')
    .option('--people <count>', 'people in the portals', count, 2000)
    .option('--seed <number>', 'same number, same people', count, 7)
    .option(
      '--port <port>',
      'port of HubSpot; Salesforce takes the next (0: any free)',
      count,
      3001,
    )
    .option('--folder <path>', 'keep what is written here (default: memory only)')
    .option(...JSON_OPTION)
    .action((options) =>
      run(async ({ output, signal }) =>
        (await import('./sandbox.ts')).runSandbox(
          { folder: undefined, ...options },
          output(options),
          signal,
        ),
      ),
    )
}

function addSetUpCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('connect')
    .description('check the credentials in the environment and keep them, encrypted')
    .addArgument(program.createArgument('<crm>', 'which CRM').choices([...CRMS]))
    .option(...JSON_OPTION)
    .action((crm, options) =>
      run(async ({ config, output }) =>
        (await import('./connect.ts')).runConnect(config(), crm, output(options)),
      ),
    )
  program
    .command('portals')
    .description('what is connected and how far along it is')
    .option(...JSON_OPTION)
    .action((options) =>
      run(async ({ config, output }) =>
        (await import('./portals.ts')).runPortals(config(), output(options)),
      ),
    )
  program
    .command('provision')
    .description('make the CRM properties Leadwell writes')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--dry-run', 'only say what would be made', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./provision.ts')).runProvision(
          config(),
          { portal, dryRun: options.dryRun },
          output(options),
        ),
      ),
    )
}

function addPush(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('push')
    .description('how a Salesforce organisation tells of changes, besides being polled')
    .argument('<portal>', 'a portal id, such as salesforce:00D…', portalId)
    .option('--channel <name>', 'listen to a channel of change events, such as /data/Leadwell__chn')
    .option('--off', 'listen no longer', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./push.ts')).runPush(config(), { portal, ...options }, output(options)),
      ),
    )
}

function addFields(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('fields')
    .description('what a portal has, what may enter from it and why; approve another allow-list')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--out <file>', 'write the allow-list with proposals, for review')
    .option('--export <file>', 'write the allow-list in force')
    .option('--diff <file>', 'what a file would change')
    .option('--approve <file>', 'check a file against the portal and put it in force')
    .option('--by <name>', 'who approves it')
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./fields.ts')).runFields(config(), portal, options, output(options)),
      ),
    )
}

function addRecordCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('sync')
    .description('read what changed, score it and write it back')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .option('--full', 'read everything again', false)
    .option('--wait', 'end when everything pending is scored and written', false)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output, signal }) =>
        (await import('./sync.ts')).runSync(
          config(),
          { portal, ...options },
          output(options),
          signal,
        ),
      ),
    )
  program
    .command('explain')
    .description('why a record has its score, from what was read of it')
    .argument('<portal>', 'a portal id, such as hubspot:123', portalId)
    .argument('<record>', 'the record id in the CRM')
    .option(
      '--if <what>',
      'what would be: webinar-attended, page-viewed:pricing, companySize=1200 (may be repeated)',
      (what: string, before: readonly string[]) => [...before, what],
      [],
    )
    .addOption(
      new Option('--as <role>', 'show only the facts this role may see')
        .choices([...ROLES])
        .default('admin'),
    )
    .option(...JSON_OPTION)
    .action((portal, record, options) =>
      run(async ({ config, output }) =>
        (await import('./explain.ts')).runExplain(
          config(),
          { portal, record, suppose: options.if, role: options.as },
          output(options),
        ),
      ),
    )
}
