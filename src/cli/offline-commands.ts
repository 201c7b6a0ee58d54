import type { Command } from 'commander'
import { JSON_OPTION, type Run } from './command-parts.ts'
import { addModelSetCommands } from './model-set-commands.ts'

/** Commands that need no portal, no database and no Redis; what changes a portal’s models hangs under them. */
export function addOfflineCommands(program: Command, run: (work: Run) => Promise<void>): void {
  program
    .command('score')
    .description('score a CSV file; needs no CRM, no database and no Redis')
    .argument('<file>', 'a CSV file with a header line')
    .requiredOption('--model <file>', 'the scoring model (YAML)')
    .option('--map <file>', 'which column is which fact (YAML)')
    .option('--out <file>', 'where the scored rows go ("-" for stdout)')
    .option(...JSON_OPTION)
    .action((file, options) =>
      run(async ({ streams }) =>
        (await import('./score.ts')).runScore({ file, ...options }, streams),
      ),
    )
  addModels(program, run)
}

const MODEL = 'the id of a model that ships, or a YAML file'

function addModels(program: Command, run: (work: Run) => Promise<void>): void {
  const model = program
    .command('model')
    .description('read, check and compare scoring models, and change those of a portal')
  model
    .command('show')
    .description('rules and thresholds at a glance')
    .argument('<model>', MODEL)
    .option(...JSON_OPTION)
    .action((name, options) =>
      run(async ({ output }) =>
        (await import('./model-show.ts')).runModelShow(name, output(options)),
      ),
    )
  model
    .command('doc')
    .description('the model in plain language: every rule, its points, why, and an example')
    .argument('<model>', MODEL)
    .option('--html', 'a page of its own instead of Markdown', false)
    .option('--out <file>', 'where it goes (default: stdout)')
    .option(...JSON_OPTION)
    .action((name, options) =>
      run(async ({ output, streams: { stdout } }) =>
        (await import('./model-doc.ts')).runModelDoc(name, options, { ...output(options), stdout }),
      ),
    )
  model
    .command('check')
    .description('what is wrong or doubtful in a model; exit code 2 on errors')
    .argument('<models...>', MODEL)
    .option(...JSON_OPTION)
    .action((names, options) =>
      run(async ({ output }) =>
        (await import('./model-check.ts')).runModelCheck(names, output(options)),
      ),
    )
  model
    .command('diff')
    .description('what changed from one model to another, in words')
    .argument('<before>', MODEL)
    .argument('<after>', MODEL)
    .option(...JSON_OPTION)
    .action((before, after, options) =>
      run(async ({ output }) =>
        (await import('./model-diff.ts')).runModelDiff([before, after], output(options)),
      ),
    )
  addModelSetCommands(model, run)
}
