import type { Facts } from '../../ports.ts'
import type { AccountModel } from './account-model.ts'
import { latestAt } from './account-recency.ts'
import type { AccountReason } from './account-score.ts'
import { type Engaged, latestOf } from './engaged-people.ts'

/** A rule over the organisation's facts with its condition compiled. */
export type FactRule = AccountModel['organisation']['rules'][number] & {
  readonly holds: (facts: Facts) => boolean
}

/** One line for each place taken, most engaged person first. */
export function placeLines(
  { people: { cap, fullEngagement, places } }: AccountModel,
  engaged: readonly Engaged[],
  nowMs: number,
): readonly AccountReason[] {
  const lines = places.flatMap(({ points, reason }, index): AccountReason[] => {
    const person = engaged[index]
    if (person === undefined) return []
    const share = Math.min(1, person.engagement / fullEngagement)
    const at = latestAt(person.times, nowMs)
    const whole = Math.round(points * share)
    return [line('people', { rule: `place-${index + 1}`, points: whole, text: reason, at })]
  })
  return within(lines, { part: 'people', cap, floor: 0 })
}

/** Each role rule counts once, however many people have such a role. */
export function roleLines(
  { roles: { cap, rules } }: AccountModel,
  engaged: readonly Engaged[],
  nowMs: number,
): readonly AccountReason[] {
  const lines = rules.flatMap(({ id, points, roles, reason }): AccountReason[] => {
    const holders = engaged.filter(({ role }) => role !== undefined && roles.includes(role))
    if (holders.length === 0) return []
    return [line('roles', { rule: id, points, text: reason, at: latestOf(holders, nowMs) })]
  })
  return within(lines, { part: 'roles', cap, floor: 0 })
}

/** What the organisation itself is, as far as it matters to those engaged. */
export function organisationLines(
  { organisation: { cap, floor } }: AccountModel,
  rules: readonly FactRule[],
  { facts, engaged }: { facts: Facts; engaged: readonly Engaged[] },
): readonly AccountReason[] {
  const audiences = new Set(engaged.map(({ audience }) => audience))
  const lines = rules
    .filter((rule) => rule.for === undefined || rule.for.some((one) => audiences.has(one)))
    .filter(({ holds }) => holds(facts))
    .map(({ id, points, reason }) =>
      line('organisation', { rule: id, points, text: reason, at: undefined }),
    )
  return within(lines, { part: 'organisation', cap, floor })
}

const CLAMP_TEXTS = {
  people: ['People together count no more', ''],
  roles: ['Roles together count no more', ''],
  recency: ['', ''],
  organisation: ['The organisation itself counts no more', 'The organisation itself takes no more'],
  score: ['A score ends at 100', 'A score starts at 0'],
} as const

/** The lines, and one more where their sum passes the cap or the floor. */
export function within(
  lines: readonly AccountReason[],
  { part, cap, floor }: { part: AccountReason['part']; cap: number; floor: number },
): readonly AccountReason[] {
  const sum = total(lines)
  const [over, under] = CLAMP_TEXTS[part]
  const limit = { part, rule: part, at: undefined }
  if (sum > cap) return [...lines, { ...limit, kind: 'cap', points: cap - sum, text: over }]
  if (sum < floor) return [...lines, { ...limit, kind: 'floor', points: floor - sum, text: under }]
  return lines
}

/** One rule that counts. */
export function line(
  part: AccountReason['part'],
  what: Pick<AccountReason, 'rule' | 'points' | 'text' | 'at'>,
): AccountReason {
  return { part, kind: 'rule', ...what }
}

/** What lines add up to. */
export function total(lines: readonly AccountReason[]): number {
  return lines.reduce((sum, { points }) => sum + points, 0)
}
