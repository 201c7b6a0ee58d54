import type { Query, Row } from '../querying/query.ts'
import { idIn, inSelect, oneOf, select } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import { CONSENT_OBJECT, CONSENT_POINTS } from '../schema/sobjects.ts'
import type { ConsentSchema, ConsentsOf } from './consent-schema.ts'
import { epochMs, type RecordSchema } from './records.ts'

type Status = 'opt-in' | 'opt-out' | 'expired'

/** The rows of everybody the conditions find, without knowing their Individuals first. */
export function consentQuery(schema: RecordSchema, where: readonly string[]): Query | undefined {
  if (schema.consents === undefined) return undefined
  const people = select({ fields: ['IndividualId'], from: schema.sobject, where })
  return queryFor(schema.consents, inSelect('PartyId', people))
}

/** The rows of some Individuals. */
export function consentQueryOf(consents: ConsentSchema, individuals: readonly string[]): Query {
  return queryFor(consents, idIn('PartyId', individuals))
}

function queryFor({ columns, points }: ConsentSchema, whose: string): Query {
  const types = points.map((point) => CONSENT_POINTS[point] ?? '')
  const where = [whose, oneOf('ContactPointType', types)]
  return { soql: select({ fields: ['Id', ...columns], from: CONSENT_OBJECT, where }) }
}

/** Reads rows of any of the queries above, as of an instant. */
export function consentsFrom(rows: readonly Row[], nowMs: number): ConsentsOf {
  const byParty = new Map<string, Row[]>()
  for (const row of rows) {
    const party = toLongId(row['PartyId'])
    if (party === undefined || !isEffective(row, nowMs)) continue
    byParty.set(party, [...(byParty.get(party) ?? []), row])
  }
  return (individualId) => {
    const own = byParty.get(toLongId(individualId) ?? '') ?? []
    const told = Object.entries(CONSENT_POINTS).flatMap(([point, type]) => {
      const status = strictest(
        own.filter((row) => row['ContactPointType'] === type),
        nowMs,
      )
      return status === undefined ? [] : [[point, status] as const]
    })
    return Object.fromEntries(told)
  }
}

function isEffective(row: Row, nowMs: number): boolean {
  return (epochMs(row['EffectiveFrom']) ?? 0) <= nowMs
}

/**
 * The latest row of each purpose says what holds for it. Over all purposes a refusal weighs most, and
 * a consent that lapsed for one purpose does not undo one that is given for another.
 */
function strictest(rows: readonly Row[], nowMs: number): Status | undefined {
  const byPurpose = Map.groupBy(rows, (row) => row['DataUsePurposeId'] ?? null)
  const latest = new Set([...byPurpose.values()].map((of) => latestOf(of, nowMs)))
  return (['opt-out', 'opt-in', 'expired'] as const).find((status) => latest.has(status))
}

/** Among rows of one instant a refusal weighs most; one that asks nothing leaves a refusal standing. */
function latestOf(rows: readonly Row[], nowMs: number): Status | undefined {
  const times = rows.map((row) => epochMs(row['EffectiveFrom']) ?? 0)
  const latest = Math.max(...times)
  const decisions = rows.map((row, index) => ({ at: times[index] ?? 0, is: statusOf(row, nowMs) }))
  const last = decisions.filter(({ at }) => at === latest).map(({ is }) => is)
  const told = (['opt-out', 'expired', 'opt-in'] as const).find((status) => last.includes(status))
  if (told !== undefined) return told
  const earlier = decisions.filter(({ is }) => is !== undefined).toSorted((a, b) => b.at - a.at)
  return earlier[0]?.is === 'opt-out' ? 'opt-out' : undefined
}

/** `Seen` and `NotSeen` decide nothing. A refusal does not lapse. */
function statusOf(row: Row, nowMs: number): Status | undefined {
  const status = row['PrivacyConsentStatus']
  if (status === 'OptOut') return 'opt-out'
  if (status !== 'OptIn') return undefined
  const until = epochMs(row['EffectiveTo'])
  return until !== undefined && until <= nowMs ? 'expired' : 'opt-in'
}
