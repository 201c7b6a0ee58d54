import type { Facts } from '../ports.ts'
import { entriesOf } from './allow-list.ts'
import type { AllowList, Role } from './allowed-field.ts'
import { RECORD_SOURCES } from './allowed-field.ts'
import { CARE } from './facts/groups.ts'
import { CONSENT_UNREADABLE } from './facts.ts'

export interface RoleContext {
  /** A valid consent under 42 CFR Part 2 is on record. */
  readonly part2Consented?: boolean
}

/**
 * What a role may see of one record, 45 CFR 164.514(d)(2). What nobody mapped, only `admin` sees. That
 * somebody asked a Part 2 program for help shows to admissions only with a valid consent.
 */
export function visibleTo(
  role: Role,
  allowList: AllowList,
  facts: Facts,
  { part2Consented = false }: RoleContext = {},
): Facts {
  if (role === 'admin') return facts
  const roles = rolesByFact(allowList)
  const isHidden = (fact: string): boolean => {
    if (!(roles.get(fact) ?? []).includes(role)) return true
    return role === 'admissions' && !part2Consented && tellsOfPart2(allowList, facts, fact)
  }
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !isHidden(fact)))
}

const SEE_SCORES: readonly Role[] = CARE.roles

/** The score of one person, its reasons and its note; everybody else sees sums of many. */
export function maySeeScore(role: Role): boolean {
  return SEE_SCORES.includes(role)
}

/** Of several fields of one fact, a role must be named by each. */
function rolesByFact(allowList: AllowList): ReadonlyMap<string, readonly Role[]> {
  const roles = new Map<string, readonly Role[]>([[CONSENT_UNREADABLE, CARE.roles]])
  for (const entry of RECORD_SOURCES.flatMap((source) => entriesOf(allowList, source))) {
    const before = roles.get(entry.fact) ?? entry.roles
    roles.set(
      entry.fact,
      before.filter((role) => entry.roles.includes(role)),
    )
  }
  return roles
}

function tellsOfPart2({ policy, ...list }: AllowList, facts: Facts, fact: string): boolean {
  const isPart2Fact = RECORD_SOURCES.flatMap((source) => entriesOf(list, source)).some(
    (entry) => entry.fact === fact && entry.category === 'part2',
  )
  if (isPart2Fact) return true
  return fact === 'serviceLine' && policy.part2ServiceLines.includes(String(facts[fact]))
}
