import { activityObjects } from './activity-objects.ts'
import { campaignObjects } from './campaign-objects.ts'
import { consentObjects } from './consent-objects.ts'
import type { FieldDef } from './field.ts'
import type { ObjectDef } from './object.ts'
import { peopleObjects } from './people-objects.ts'
import { setupObjects } from './setup-objects.ts'

/** What the org is made of. Names are found whatever their case. */
export interface Schema {
  objects(): readonly ObjectDef[]
  object(name: string): ObjectDef | undefined
  /** The object an id belongs to, by its first three characters. */
  objectOfId(id: string): ObjectDef | undefined
  /** Adds or replaces a custom field. */
  setField(objectName: string, def: FieldDef): void
}

/** The schema of a fresh org: standard objects and the organisation's own intake fields. */
export function createSchema(): Schema {
  const objects = [
    ...peopleObjects(),
    ...activityObjects(),
    ...campaignObjects(),
    ...consentObjects(),
    ...setupObjects(),
  ]
  const byName = new Map(objects.map((def) => [def.name.toLowerCase(), def]))
  const byPrefix = new Map(objects.map((def) => [def.keyPrefix, def]))
  return {
    objects: () => objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    setField(objectName, def) {
      byName.get(objectName.toLowerCase())?.fields.set(def.name.toLowerCase(), def)
    },
  }
}
