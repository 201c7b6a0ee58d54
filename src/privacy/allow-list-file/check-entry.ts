import { asking, suggest } from '#src/scoring/suggest.ts'
import type { Crm } from '../../ports.ts'
import { type FieldSource, RECORD_SOURCES } from '../allowed-field.ts'
import { AUDIT_ONLY } from '../audit-only.ts'
import type { FactDefinition } from '../fact-definition.ts'
import { CONSENT_UNREADABLE, definitionOf, factsOf } from '../facts.ts'
import { hasBasis, isHealthCloud } from '../needs-basis.ts'
import type { Entry } from './allow-list-schema.ts'
import { checkCoder, type EntryProblem } from './check-coder.ts'

// These names go into requests as they stand, into SOQL among them.
const FIELD_NAMES: Readonly<Record<Crm, RegExp>> = {
  hubspot: /^[a-z0-9_]+$/i,
  salesforce: /^[a-z]\w*(?:\.[a-z]\w*)?$/i,
}
const OUR_OWN = /^leadwell_(?!feedback(?:__c)?$)/i
const FACT_NAME = /^[a-z][a-zA-Z0-9]{1,39}$/

/** Everything that can be said of an entry without the portal's schema. */
export function checkEntry(crm: Crm, source: FieldSource, entry: Entry): readonly EntryProblem[] {
  const definition = definitionOf(source, entry.fact)
  const problems = [...checkField(crm, entry), ...checkBasis(entry)]
  if (definition !== undefined) {
    problems.push(...checkRegistered(entry, definition), ...checkAudited(source, entry))
    return [...problems, ...checkCoder(entry, definition)]
  }
  problems.push(...checkNotAudit(entry))
  if (entry.category === 'audit') return problems
  if (entry.category !== 'custom') return [...problems, unknownFact(source, entry)]
  return [...problems, ...checkCustom(source, entry), ...checkCoder(entry, undefined)]
}

function checkField(crm: Crm, { field }: Entry): readonly EntryProblem[] {
  if (OUR_OWN.test(field)) return [{ key: 'field', what: 'is written by us and never read' }]
  if (FIELD_NAMES[crm].test(field)) return []
  return [{ key: 'field', what: `must be the name of a field as ${crm} knows it, not its label` }]
}

function checkBasis(entry: Entry): readonly EntryProblem[] {
  if (hasBasis({ basis: entry.basis ?? '' })) return []
  const why = whyBasis(entry)
  if (why !== undefined) return [{ key: 'basis', what: `is needed, in a sentence: ${why}` }]
  const isTooShort = entry.basis !== undefined
  return isTooShort ? [{ key: 'basis', what: 'must be a sentence somebody can check later' }] : []
}

function whyBasis({ as, field, fact }: Entry): string | undefined {
  if (AUDIT_ONLY.has(fact)) return 'say why it may lawfully be held for auditing'
  if (as === 'revocation' || as === 'crisis-terms') return `as: ${as} reads free text`
  return isHealthCloud(field) ? 'the field belongs to Health Cloud' : undefined
}

/** Roles may be narrowed, never widened; what a fact is for is not the file's to say. */
function checkRegistered(entry: Entry, definition: FactDefinition): readonly EntryProblem[] {
  const problems: EntryProblem[] = []
  for (const key of ['category', 'purpose'] as const) {
    const stated = entry[key]
    if (stated !== undefined && stated !== definition[key]) {
      problems.push({ key, what: `is ${definition[key]} for this fact; leave it out` })
    }
  }
  if (entry.roles?.some((role) => !definition.roles.includes(role)) === true) {
    const roles = definition.roles.join(', ')
    problems.push({ key: 'roles', what: `can only be narrowed; this fact is for ${roles}` })
  }
  return problems
}

/** What divides people for an audit is theirs: an organisation has none of it. */
function checkAudited(source: FieldSource, { fact }: Entry): readonly EntryProblem[] {
  const isOfPerson = source === 'contact' || source === 'lead'
  if (isOfPerson || !AUDIT_ONLY.has(fact)) return []
  return [{ key: 'fact', what: 'is held for auditing, of contacts and leads only' }]
}

/** Nothing keeps a fact of the owner's out of a score, whatever is written of its purpose. */
function checkNotAudit(entry: Entry): readonly EntryProblem[] {
  const known = [...AUDIT_ONLY].join(', ')
  return (['category', 'purpose'] as const).flatMap((key) =>
    entry[key] === 'audit' ? [{ key, what: `audit is for these facts only: ${known}` }] : [],
  )
}

function unknownFact(source: FieldSource, { fact }: Entry): EntryProblem {
  const known = Object.keys(factsOf(source))
  const isRecord = RECORD_SOURCES.some((name) => name === source)
  const own = isRecord ? '. For a fact of your own add category: custom' : ''
  const near = asking(suggest(fact, known)) || `; known: ${known.join(', ')}`
  return { key: 'fact', what: `is not a known fact${near}${own}`.replace('?.', '?') }
}

function checkCustom(source: FieldSource, { fact }: Entry): readonly EntryProblem[] {
  if (!RECORD_SOURCES.some((name) => name === source)) {
    return [{ key: 'category', what: 'custom is for contacts, leads and companies only' }]
  }
  if (fact === CONSENT_UNREADABLE) {
    return [{ key: 'fact', what: 'is a name we set ourselves; take another' }]
  }
  return FACT_NAME.test(fact)
    ? []
    : [{ key: 'fact', what: 'must be one word in camelCase, such as bedNights' }]
}
