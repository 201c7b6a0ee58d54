import { type Command, Option } from 'commander'
import { AUDIENCES, CRMS } from '#src/ports.ts'
import { count, JSON_OPTION, portalId, type Run } from './command-parts.ts'

type RunCommand = (work: Run) => Promise<void>

const PORTAL = ['<portal>', 'a portal id, such as hubspot:123'] as const
const HTML = ['--html <file>', 'write it as a page of its own, with charts'] as const
const CSV = ['--csv <file>', 'write every figure as CSV'] as const

/** What outcomes say of a portal and its models. */
export function addAnalysisCommands(program: Command, run: RunCommand): void {
  addCalibrate(program, run)
  addReport(program, run)
  addDrift(program, run)
  addOutcomes(program, run)
}

function addCalibrate(program: Command, run: RunCommand): void {
  program
    .command('calibrate')
    .description('what won and what did not says of the points; changes nothing by itself')
    .argument('<what>', 'a portal id, such as hubspot:123, or a CSV file with a header line')
    .option(
      '--outcome <what>',
      'of a file: the column that says who was won; of a portal: what counts as won for this once, an activity such as deal-won or a YAML file (else what "leadwell outcomes" shows)',
    )
    .option('--positive <value>', 'of a file: the value that stands for won')
    .option('--exclude <columns>', 'of a file: columns to leave out, parted by commas')
    .option(
      '--include <columns>',
      'of a file: columns to learn from although their names tell of age, origin, where people live or how they pay',
    )
    .option('--time <column>', 'of a file: when each record was')
    .addOption(
      new Option('--audience <audience>', 'of a portal: only this one').choices([...AUDIENCES]),
    )
    .option('--capacity <people>', 'of a portal: new conversations the team can start: 18/week')
    .option('--draft', 'of a portal: draft the changes that are accepted', false)
    .option('--accept <groups>', 'groups of changes, such as role,meetings,tiers, or all')
    .option('--note <why>', 'what the draft changes and why')
    .option('--by <name>', 'who answers for the draft')
    .option(...HTML)
    .option(...CSV)
    .option(...JSON_OPTION)
    .action((what, options) =>
      run(async ({ config, output, signal }) =>
        isPortal(what)
          ? (await import('./calibrate-portal.ts')).runCalibratePortal(
              config(),
              portalId(what),
              options,
              output(options),
              signal,
            )
          : (await import('./calibrate-file.ts')).runCalibrateFile(what, options, output(options)),
      ),
    )
}

/** A file of such a name would be called by its path. */
function isPortal(what: string): boolean {
  return CRMS.some((crm) => what.startsWith(`${crm}:`))
}

function addReport(program: Command, run: RunCommand): void {
  program
    .command('report')
    .description('what became of those who were scored: by tier, audience, segment, source, month')
    .argument(...PORTAL, portalId)
    .option('--since <date>', 'only who was scored from then on, such as 2026-01-31')
    .option('--spend <what>', 'paid-search=1200,social=800, or a CSV file: what each lead cost')
    .option('--review <count>', 'name so many that were sales-ready and never won', count)
    .option(...HTML)
    .option(...CSV)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output, signal }) =>
        (await import('./report.ts')).runReport(config(), portal, options, output(options), signal),
      ),
    )
}

function addDrift(program: Command, run: RunCommand): void {
  program
    .command('drift')
    .description('whether who comes in, and what becomes of them, is still as a model expects')
    .argument(...PORTAL, portalId)
    .option('--check', 'check now instead of showing the latest daily check', false)
    .option(...HTML)
    .option(...CSV)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./drift.ts')).runDrift(config(), { portal, ...options }, output(options)),
      ),
    )
}

function addOutcomes(program: Command, run: RunCommand): void {
  program
    .command('outcomes')
    .description('what counts as won, lost, booked and contacted in a portal; change it')
    .argument(...PORTAL, portalId)
    .option('--file <file>', 'put the definitions of this YAML file in force')
    .option('--by <name>', 'who answers for it')
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./outcomes.ts')).runOutcomes(config(), portal, options, output(options)),
      ),
    )
}
