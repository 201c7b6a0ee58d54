import { analysePortal } from '#src/analysis/analyse-portal.ts'
import { draftChanges, groupsOfChanges } from '#src/analysis/draft-changes.ts'
import type { CalibrationResult } from '#src/analysis/results.ts'
import { TIERS } from '#src/calibration/draft/model-change.ts'
import type { Config } from '#src/config.ts'
import { PermanentError } from '#src/errors.ts'
import { parseCapacity } from '#src/model-sets/capacity.ts'
import { whoActs } from '#src/model-sets/who-acts.ts'
import type { Audience, PortalId } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { modelSetDepsOf } from '../model-set-deps-of.ts'
import { showCasesProgress } from './cases-progress.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { showDrafted } from './model-draft.ts'
import type { Output } from './output.ts'
import { readOutcomes } from './read-outcomes.ts'
import { type AnalysisFiles, showAnalyses } from './show-analysis.ts'
import { withRuntime } from './with-runtime.ts'

export interface PortalOptions extends AnalysisFiles {
  /** What counts as won for this once: an activity such as `deal-won`, or a file of definitions. */
  readonly outcome?: string | undefined
  readonly audience?: Audience | undefined
  /** Such as `18/week`. */
  readonly capacity?: string | undefined
  readonly draft: boolean
  /** Groups of changes, parted by commas. */
  readonly accept?: string | undefined
  readonly note?: string | undefined
  readonly by?: string | undefined
}

/** `18/week` as 18, not as what is left of it after a division by seven and back. */
function aWeek(capacity: string): number {
  return Math.round(parseCapacity(capacity) * 7 * 100) / 100
}

/** `leadwell calibrate <portal>`: what its outcomes say of its models; with `--draft`, a new draft. */
export async function runCalibratePortal(
  config: Config,
  portal: PortalId,
  options: PortalOptions,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { audience, capacity } = options
  const drafting = draftingOf(options)
  const conversationsAWeek = capacity === undefined ? undefined : aWeek(capacity)
  return await withRuntime(config, async (runtime) => {
    const { store } = runtime
    await store.portals.require(portal)
    const definition = await readOutcomes(store, portal, options.outcome)
    const bar = showCasesProgress(output, (await store.intents.tally(portal)).scored)
    const request = { kind: 'calibration', audience, conversationsAWeek } as const
    const found = await analysePortal(runtime, portal, request, {
      signal,
      definition,
      onCases: bar.show,
    }).finally(bar.stop)
    const results = found.filter((result) => result.kind === 'calibration')
    if (results.length === 0) throw nobodyYet(portal)
    await showAnalyses(results, options, output)
    // What another definition would come to is a question, not the state of the portal.
    if (definition === undefined) await keep(runtime, portal, results, conversationsAWeek)
    if (drafting === undefined) return next(portal, results, output)
    return await draft(runtime, portal, { results, ...drafting }, output)
  })
}

interface Drafting {
  readonly accept: readonly string[]
  readonly note: string
  readonly by: string
}

/** Before anything is worked out: a minute later is too late to ask for a name. */
function draftingOf({ draft: wanted, audience, accept, note, by }: PortalOptions) {
  if (!wanted) return undefined
  const missing = [
    ...(audience === undefined ? ['--audience'] : []),
    ...(accept === undefined ? ['--accept'] : []),
    ...(note === undefined ? ['--note'] : []),
  ]
  if (missing.length > 0) {
    throw new PermanentError(
      'usage',
      `A draft needs ${missing.join(' and ')}.`,
      'For example: --draft --audience employer --accept role,meetings,tiers --note "what won in 2026" --by "Ana Ops"',
    )
  }
  const groups = (accept ?? '').split(',').map((group) => group.trim())
  return { accept: groups.filter((group) => group !== ''), note: note ?? '', by: whoActs(by) }
}

async function keep(
  { store }: Runtime,
  portal: PortalId,
  results: readonly CalibrationResult[],
  conversationsAWeek: number | undefined,
): Promise<void> {
  for (const result of results) {
    if ('file' in result.subject) continue
    const { audience } = result.subject
    const request = { kind: 'calibration', audience, conversationsAWeek } as const
    await store.analyses.keep(portal, { request, by: 'operator', result })
  }
}

function next(portal: PortalId, results: readonly CalibrationResult[], output: Output): ExitCode {
  for (const result of results) {
    const groups = groupsOfChanges(result)
    if (groups.length === 0 || 'file' in result.subject) continue
    output.line()
    output.line(
      `Nothing is changed yet. Accept any of ${groups.join(', ')}, or all, as a draft with:\n  leadwell calibrate ${portal} --audience ${result.subject.audience} --draft --accept all --note "why" --by "your name"`,
    )
  }
  return EXIT.ok
}

async function draft(
  runtime: Runtime,
  portal: PortalId,
  { results, ...drafting }: Drafting & { readonly results: readonly CalibrationResult[] },
  output: Output,
): Promise<ExitCode> {
  const [result] = results
  if (result === undefined) return EXIT.ok
  const deps = modelSetDepsOf(runtime)
  const code = showDrafted(await draftChanges(deps, portal, { result, ...drafting }), output)
  if (drafting.accept.some((group) => group === TIERS || group === 'all')) {
    output.line(
      'Its tier cut-offs were worked out from scores by the points in force: see in the preview who would be where, and calibrate again once people were scored by the new points.',
    )
  }
  return code
}

function nobodyYet(portal: PortalId): PermanentError {
  return new PermanentError(
    'no-cases',
    `Nobody of ${portal} was ever scored.`,
    `Score them first: leadwell sync ${portal} --wait`,
  )
}
