import { createRandom, type Random } from '#sandbox/seed/random.ts'
import type { Activity, RecordRef } from '#src/ports.ts'
import type { FakeCrm } from '#test/fakes/fake-connector.ts'

export const STORM_PORTAL = 50_100_200
export const STORM_NOW = Date.parse('2026-11-20T12:00:00Z')

/** One event as HubSpot would send it, and what had happened in the CRM by then. */
export interface StormEvent {
  readonly payload: Readonly<Record<string, unknown>>
  /** Brings the CRM to where it was when the event arose; once there, does nothing. */
  readonly happen: (crm: FakeCrm) => void
}

export interface Storm {
  /** The portal before anything happens. */
  readonly populate: (crm: FakeCrm) => void
  readonly refs: readonly RecordRef[]
  /** Each event once, in the order things happened. */
  readonly inOrder: readonly StormEvent[]
  /** With 30 % duplicates, shuffled. */
  readonly disordered: readonly StormEvent[]
}

const DUPLICATES = 0.3
const VERSIONS = 6
const HOUR_MS = 3_600_000

/**
 * `total` events about some thousands of people and companies: changed, newly made, moved to another
 * company, merged, deleted and forgotten. Equal totals give equal storms.
 */
export function planStorm(total: number): Storm {
  const random = createRandom(23, total)
  const distinct = Math.round(total * (1 - DUPLICATES))
  const people = Math.floor(distinct / (VERSIONS + 1))
  const companies = Math.max(5, Math.floor(people / 40))
  const events: StormEvent[] = []
  const happened = new WeakMap<FakeCrm, Map<string, number>>()
  for (let version = 1; version <= VERSIONS; version += 1) {
    for (let person = 0; person < people; person += 1) {
      events.push(...personEvents(person, { version, companies, happened }))
    }
    if (version > 3) continue
    for (let company = 0; company < companies; company += 1) {
      events.push(companyEvent(company, version, happened))
    }
  }
  while (events.length < distinct) events.push(noise(events.length))
  const told = nonEmpty(events)
  const again = Array.from({ length: total - events.length }, () => random.pick(told))
  return {
    populate: (crm) => populate(crm, people, companies),
    refs: [
      ...Array.from({ length: people }, (_, person) => contact(person)),
      ...Array.from({ length: companies }, (_, company) => organisation(company)),
    ],
    inOrder: events,
    disordered: shuffled([...events, ...again], random),
  }
}

type Happened = WeakMap<FakeCrm, Map<string, number>>

const contact = (person: number): RecordRef => ({ object: 'contact', id: String(1_000 + person) })
const organisation = (company: number): RecordRef => ({
  object: 'company',
  id: String(900_000_000 + company),
})

type End = 'deleted' | 'forgotten' | 'merged' | undefined

/** What becomes of some people with their last event; everybody else only changes. */
function endOf(person: number): End {
  if (person % 500 === 2) return 'forgotten'
  if (person % 50 === 1) return 'deleted'
  return person % 50 === 3 ? 'merged' : undefined
}

const isMadeLater = (person: number): boolean => person % 50 === 5

function populate(crm: FakeCrm, people: number, companies: number): void {
  for (let company = 0; company < companies; company += 1) {
    crm.put(organisation(company), companyRow(0))
  }
  for (let person = 0; person < people; person += 1) {
    if (!isMadeLater(person)) crm.put(contact(person), personRow(person, 0, companies))
  }
}

function companyRow(version: number) {
  return { facts: { employees: 200 + version * 150, industry: 'technology', state: 'CA' } }
}

/** Told by number alone, so that what comes last does not depend on what came before. */
function personRow(person: number, version: number, companies: number) {
  const step = (index: number): Activity => ({
    kind: index % 2 === 0 ? 'email-clicked' : 'page-viewed',
    category: index % 3 === 0 ? 'pricing' : 'services',
    at: STORM_NOW - (VERSIONS - index + 1) * HOUR_MS,
  })
  const activities = Array.from({ length: version }, (_, index) => step(index))
  const requestedContact = version % 2 === 0 ? 'email' : 'call'
  if (person % 5 > 0) {
    const facts = { inquiryType: 'self', requestedContact, emailClass: 'personal' }
    return { facts, activities }
  }
  const facts = { role: 'hr', inquiryType: 'employer', requestedContact, emailClass: 'business' }
  return { facts, activities, companyId: organisation((person + version) % companies).id }
}

interface Step {
  readonly version: number
  readonly companies: number
  readonly happened: Happened
}

function personEvents(person: number, step: Step): StormEvent[] {
  const { version, companies, happened } = step
  const ref = contact(person)
  const objectId = Number(ref.id)
  const end = version === VERSIONS ? endOf(person) : undefined
  const happen = once(ref.id, version, happened, (crm) => {
    if (end === undefined) crm.put(ref, personRow(person, version, companies))
    else crm.remove(ref)
  })
  if (end === 'deleted') return [{ happen, payload: event('contact.deletion', { objectId }) }]
  if (end === 'forgotten') {
    const types = ['contact.deletion', 'contact.privacyDeletion']
    return types.map((type) => ({ happen, payload: event(type, { objectId }) }))
  }
  if (end === 'merged') {
    const primaryObjectId = Number(contact(person + 1).id)
    const sides = { objectId: primaryObjectId, primaryObjectId, mergedObjectIds: [objectId] }
    return [{ happen, payload: event('contact.merge', sides) }]
  }
  return [{ happen, payload: changeOf(person, objectId, step) }]
}

function changeOf(person: number, objectId: number, { version, companies }: Step) {
  if (isMadeLater(person) && version === 1) return event('contact.creation', { objectId })
  if (person % 5 === 0 && version % 2 === 0) {
    return event('contact.associationChange', {
      associationType: 'CONTACT_TO_COMPANY',
      fromObjectId: objectId,
      toObjectId: Number(organisation((person + version) % companies).id),
      associationRemoved: false,
    })
  }
  const change = { objectId, propertyName: 'jobtitle', propertyValue: `v${version}` }
  if (version % 3 > 0) return event('contact.propertyChange', change)
  const { subscriptionType: eventType, ...rest } = event('object.propertyChange', change)
  return { ...rest, eventType, objectTypeId: '0-1' }
}

function companyEvent(company: number, version: number, happened: Happened): StormEvent {
  const ref = organisation(company)
  const change = { objectId: Number(ref.id), propertyName: 'numberofemployees' }
  return {
    happen: once(ref.id, version, happened, (crm) => crm.put(ref, companyRow(version))),
    payload: event('company.propertyChange', change),
  }
}

/** What an app gets besides: other portals, other objects, our own writes. */
function noise(index: number): StormEvent {
  const objectId = 1_000 + (index % 100)
  const payloads = [
    { ...event('contact.creation', { objectId }), portalId: 999 },
    event('ticket.creation', { objectId }),
    event('contact.propertyChange', { objectId, propertyName: 'leadwell_score' }),
  ]
  return { happen: () => undefined, payload: payloads[index % 3] ?? {} }
}

function event(subscriptionType: string, fields: object) {
  return {
    // Not unique, as HubSpot says of it.
    eventId: 7,
    subscriptionId: 1,
    portalId: STORM_PORTAL,
    appId: 2,
    occurredAt: STORM_NOW,
    changeSource: 'CRM_UI',
    subscriptionType,
    ...fields,
  }
}

/** A later version is not taken back by the late event of an earlier one. */
function once(
  key: string,
  version: number,
  happened: Happened,
  change: (crm: FakeCrm) => void,
): StormEvent['happen'] {
  return (crm) => {
    const versions = happened.get(crm) ?? new Map<string, number>()
    happened.set(crm, versions)
    if ((versions.get(key) ?? 0) >= version) return
    versions.set(key, version)
    change(crm)
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at)
    const [here, there] = [mixed[at], mixed[other]]
    if (here === undefined || there === undefined) continue
    mixed[at] = there
    mixed[other] = here
  }
  return mixed
}

function nonEmpty<T>(items: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = items
  if (first === undefined) throw new Error('a storm without events')
  return [first, ...rest]
}
