import { type Plant, plantedFields } from '#sandbox/seed/plant.ts'
import type { Org } from '../org.ts'
import { USERS } from '../org.ts'
import { type Row, toDateTime } from '../row.ts'
import { deriveFields } from '../saving/derive-fields.ts'
import { emptyRow } from '../saving/empty-row.ts'
import { SALESFORCE_FIELD_PLACES } from './plant-places.ts'

/** Puts a record that has been there since `at` (epoch ms) into the org and returns its id. */
export type Seed = (object: string, at: number, fields: Row) => string

/** Seeds without journal or permissions: the same population always gives the same ids. */
export function createSeeder(org: Org, plant: Plant): Seed {
  const counts = new Map<string, number>()
  return (name, at, fields) => {
    const object = org.schema.object(name)
    if (object === undefined) return ''
    const id = typeof fields['Id'] === 'string' ? fields['Id'] : org.records.nextId(object)
    const stamp = toDateTime(at)
    const index = counts.get(object.name) ?? 0
    counts.set(object.name, index + 1)
    const value = (field: string): string | undefined => fields[field]?.toString()
    const row = {
      ...emptyRow(object),
      ...(object.fields.has('ownerid') ? { OwnerId: USERS.rep } : {}),
      CreatedDate: stamp,
      CreatedById: USERS.rep,
      LastModifiedDate: stamp,
      LastModifiedById: USERS.rep,
      SystemModstamp: stamp,
      ...fields,
      ...plantedFields(SALESFORCE_FIELD_PLACES, { type: object.name, index, value }, plant),
      Id: id,
    }
    org.records.restore([object.name, id, deriveFields(object.name, row, org)])
    return id
  }
}
