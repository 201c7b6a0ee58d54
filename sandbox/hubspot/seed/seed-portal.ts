import {
  COMPANIES,
  CONTACTS,
  DEALS,
  type ObjectType,
} from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import { type Plant, plantedFields } from '#sandbox/seed/plant.ts'
import type { Population, SeedPerson } from '#sandbox/seed/population.ts'
import { HUBSPOT_PROPERTY_PLACES } from './plant-places.ts'
import { activityObject } from './seed-activity.ts'
import { companyProperties, dealProperties } from './seed-company.ts'
import { contactProperties } from './seed-contact.ts'

interface Seeding {
  readonly state: PortalState
  readonly plant: Plant
}

/** Fills an empty portal. Contact n of the population always gets the same id. */
export function seedPortal(state: PortalState, population: Population, plant: Plant): void {
  const seeding = { state, plant }
  const companyIds = population.companies.map((company) =>
    add(seeding, COMPANIES, companyProperties(company)),
  )
  for (const person of population.people) {
    const properties = contactProperties(person, population.baseTime)
    const contactId = add(seeding, CONTACTS, properties, person)
    const companyId = companyIds[person.companyIndex ?? -1]
    if (companyId !== undefined) {
      properties['associatedcompanyid'] = companyId
      connect(state, contactId, { type: COMPANIES, id: companyId }, true)
    }
    seedActivities(seeding, { person, contactId, baseTime: population.baseTime })
    seedDeal(seeding, { person, contactId, companyId })
  }
}

function seedActivities(
  seeding: Seeding,
  seed: { person: SeedPerson; contactId: string; baseTime: number },
): void {
  for (const activity of seed.person.activities) {
    const object = activityObject(activity, seed.baseTime)
    if (object === undefined) continue
    const id = add(seeding, object.type, object.properties)
    connect(seeding.state, seed.contactId, { type: object.type, id }, false)
  }
}

function seedDeal(
  seeding: Seeding,
  seed: { person: SeedPerson; contactId: string; companyId: string | undefined },
): void {
  if (seed.person.deal === undefined) return
  const id = add(seeding, DEALS, dealProperties(seed.person.deal))
  connect(seeding.state, seed.contactId, { type: DEALS, id }, false)
  if (seed.companyId === undefined) return
  const ends = { from: COMPANIES.id, fromId: seed.companyId, to: DEALS.id, toId: id }
  seeding.state.links.link(ends, true)
}

function add(
  { state, plant }: Seeding,
  type: ObjectType,
  properties: Record<string, string>,
  person?: SeedPerson,
): string {
  const table = state.table(type)
  const id = table.nextId()
  properties['hs_object_id'] = id
  const index = person?.index ?? table.all.length
  const record = { type: type.name, index, value: (name: string) => properties[name] }
  Object.assign(properties, plantedFields(HUBSPOT_PROPERTY_PLACES, record, plant))
  table.insert({
    id,
    properties,
    history: new Map(),
    shadows: [],
    archivedAt: undefined,
    person,
  })
  return id
}

function connect(
  state: PortalState,
  contactId: string,
  other: { type: ObjectType; id: string },
  primary: boolean,
): void {
  const ends = { from: CONTACTS.id, fromId: contactId, to: other.type.id, toId: other.id }
  state.links.link(ends, primary)
}
