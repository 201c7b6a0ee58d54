import { type Command, InvalidArgumentError } from 'commander'
import { count, JSON_OPTION, portalId, type Run } from './command-parts.ts'

type RunCommand = (work: Run) => Promise<void>

const PORTAL = ['<portal>', 'a portal id, such as hubspot:123'] as const
const VERSION = ['<version>', 'a version of the portal’s models'] as const
const BY = ['--by <name>', 'who answers for it'] as const

/** What changes the models of a portal, under `leadwell model`. */
export function addModelSetCommands(model: Command, run: RunCommand): void {
  addDraft(model, run)
  addPreview(model, run)
  addPublishing(model, run)
  model
    .command('versions')
    .description('every version of a portal’s models, and which one is in force')
    .argument(...PORTAL, portalId)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./model-versions.ts')).runModelVersions(config(), portal, output(options)),
      ),
    )
}

function addDraft(model: Command, run: RunCommand): void {
  model
    .command('draft')
    .description('keep models as a draft of a portal; changes nothing yet')
    .argument(...PORTAL, portalId)
    .option('--file <paths...>', 'model files, or a folder of them')
    .option('--from <version>', 'keep the other models of this version (0: as shipped)', count)
    .requiredOption('--note <why>', 'what changes and why')
    .requiredOption(...BY)
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await import('./model-draft.ts')).runModelDraft(
          config(),
          portal,
          options,
          output(options),
        ),
      ),
    )
}

function addPreview(model: Command, run: RunCommand): void {
  model
    .command('preview')
    .description('what a draft would do with everybody stored; changes nothing')
    .argument(...PORTAL, portalId)
    .argument(...VERSION, count)
    .option('--capacity <people>', 'what the team can take on, such as 18/week')
    .option('--calls-per-second <count>', 'where the portal’s allowance is not the usual', rate)
    .option(...JSON_OPTION)
    .action((portal, version, options) =>
      run(async ({ config, output, signal }) =>
        (await import('./model-preview.ts')).runModelPreview(
          config(),
          { portal, version, ...options },
          output(options),
          signal,
        ),
      ),
    )
}

function addPublishing(model: Command, run: RunCommand): void {
  const load = () => import('./model-publishing.ts')
  for (const { name, runs, says } of ACTIONS) {
    model
      .command(name)
      .description(says)
      .argument(...PORTAL, portalId)
      .argument(...VERSION, count)
      .requiredOption(...BY)
      .option(...JSON_OPTION)
      .action((portal, version, options) =>
        run(async ({ config, output }) =>
          (await load())[runs](config(), { portal, version, by: options.by }, output(options)),
        ),
      )
  }
  model
    .command('rollback')
    .description('put the models before those in force in force again')
    .argument(...PORTAL, portalId)
    .requiredOption(...BY)
    .option('--note <why>', 'why')
    .option(...JSON_OPTION)
    .action((portal, options) =>
      run(async ({ config, output }) =>
        (await load()).runModelRollback(config(), { portal, ...options }, output(options)),
      ),
    )
}

const ACTIONS = [
  {
    name: 'approve',
    runs: 'runModelApprove',
    says: 'let a draft be published; by somebody else than its author',
  },
  {
    name: 'publish',
    runs: 'runModelPublish',
    says: 'put an approved version in force and score everybody by it',
  },
  { name: 'discard', runs: 'runModelDiscard', says: 'give a draft up' },
] as const

function rate(value: string): number {
  const number = Number(value)
  if (Number.isFinite(number) && number > 0) return number
  throw new InvalidArgumentError('Not a number above 0.')
}
