import { crmOf } from '#src/crm-of.ts'
import { createDeciders } from '#src/deciders.ts'
import { type ModelsInForce, withOwnModels } from '#src/models.ts'
import type { Facts, PortalId } from '#src/ports.ts'
import type { ModelSet, ScoredRecord } from '#src/store/model-repositories.ts'
import { createBiggestMovers, type Mover } from './biggest-movers.ts'
import { type Capacity, forecastReady, type ReadyForecast } from './capacity.ts'
import { checkModels, type SetFinding } from './check-models.ts'
import { lineChanges } from './line-changes.ts'
import type { ModelSetDeps } from './model-set-deps.ts'
import { addCounts, countRows, NO_COUNTS, type PreviewCounts } from './preview-report.ts'
import { type PreviewContext, type PreviewRow, previewRow } from './preview-row.ts'
import { reasonsOf } from './reasons-of.ts'
import { companyReader, pagesOf } from './scored-people.ts'
import { forecastWrites, WRITE_RATES, type WriteForecast } from './write-forecast.ts'

const MOVERS = 20

/** What publishing a draft would do. Ids and counts, no values of records. */
export interface Preview extends Omit<PreviewCounts, 'writes' | 'ready' | 'fresh'> {
  readonly portal: PortalId
  readonly version: number
  readonly status: ModelSet['status']
  /** Errors among them keep it from being approved and published. */
  readonly findings: readonly SetFinding[]
  readonly publishable: boolean
  readonly movers: readonly Mover[]
  readonly writes: WriteForecast
  readonly ready: ReadyForecast
  /** Who a record belongs to is not read from the CRM, so nothing can be said by owner or team. */
  readonly owners: 'not-stored'
  readonly seconds: number
}

export interface PreviewOptions {
  readonly version: number
  readonly capacity?: Capacity | undefined
  /** Where the portal's allowance is another than the usual one of its CRM. */
  readonly callsPerSecond?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Scores everybody stored with a draft and counts what would be different; changes nothing. Throws
 * PermanentError `model-version-unknown`, or `model-invalid` for a draft that cannot be read any more.
 */
export async function previewModels(
  deps: ModelSetDeps,
  portal: PortalId,
  { version, capacity, callsPerSecond, signal }: PreviewOptions,
): Promise<Preview> {
  const startedAt = performance.now()
  const { store, shipped, allowListFor } = deps
  await store.portals.require(portal)
  const set = await store.models.require(portal, version)
  const allowList = await allowListFor(portal)
  const findings = checkModels(set, { lists: shipped.lists, allowList })
  const draft = withOwnModels(shipped, set.texts, `${portal} version ${version}`)
  const inForce = await createDeciders(shipped).modelsFor(store, portal)
  const context: PreviewContext = {
    draft: draft.models,
    inForce: inForce.models,
    audienceOf: shipped.audienceOf,
    policy: allowList.policy,
    now: deps.now(),
  }
  const { counts, movers } = await scoreAll(deps, portal, context, signal)
  const { writes, ready, fresh, ...shown } = counts
  const usual = WRITE_RATES[crmOf(portal)]
  const rate = { ...usual, callsPerSecond: callsPerSecond ?? usual.callsPerSecond }
  return {
    portal,
    version,
    status: set.status,
    findings,
    publishable: findings.every(({ severity }) => severity !== 'error'),
    ...shown,
    movers,
    writes: forecastWrites({ writes }, rate),
    ready: forecastReady({ ready, fresh }, capacity),
    owners: 'not-stored',
    seconds: Math.round(performance.now() - startedAt) / 1_000,
  }
}

async function scoreAll(
  { store }: ModelSetDeps,
  portal: PortalId,
  context: PreviewContext,
  signal: AbortSignal | undefined,
): Promise<{ counts: PreviewCounts; movers: readonly Mover[] }> {
  const movers = createBiggestMovers(MOVERS)
  const companiesOf = companyReader(store, portal)
  let counts = NO_COUNTS
  for await (const page of pagesOf(store.models, portal)) {
    signal?.throwIfAborted()
    const companies = await companiesOf(page)
    const rows = page.map((person) => {
      const facts = companies.get(person.record.companyId ?? '')
      const row = previewRow(context, person, facts)
      offer(movers, row, () => reasonsBehind(context, person, facts))
      return row
    })
    counts = addCounts(counts, countRows(rows, context.now))
  }
  return { counts, movers: movers.biggest() }
}

function offer(
  movers: ReturnType<typeof createBiggestMovers>,
  { ref, before, after }: PreviewRow,
  reasons: () => ReturnType<typeof reasonsBehind>,
): void {
  const was = before?.score ?? null
  if (was === null || after.score === null) return
  if (was === after.score || Math.abs(after.score - was) < movers.bar()) return
  const score = { before: was, after: after.score }
  movers.offer({ ref, score, tier: { before: before?.tier ?? null, after: after.tier }, reasons })
}

function reasonsBehind(
  { draft, inForce, ...context }: PreviewContext,
  { record }: ScoredRecord,
  companyFacts: Facts | undefined,
) {
  const reasons = (models: ModelsInForce['models']) =>
    reasonsOf({ ...context, models }, record, companyFacts)
  return lineChanges(reasons(inForce), reasons(draft))
}
