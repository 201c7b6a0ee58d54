import { entriesOf } from './allow-list.ts'
import type { AllowList, FieldSource } from './allowed-field.ts'
import { readBeside } from './reads-field.ts'
import { type FoundField, mayRead } from './refused-field.ts'

export { type FoundField, OPEN_FIELD } from './refused-field.ts'

export interface ReadableFields {
  /** Each field that may be named in a request, once. */
  readonly names: readonly string[]
  /** Required fields that are gone, hidden or refused: nobody may guess what they would say. */
  readonly vanished: readonly string[]
}

/**
 * What of an allow-list a CRM lets us read; `find` tells of a field that is there and visible, `known`
 * names all that are, where an entry may stand for several.
 */
export function readableFields(
  allowList: AllowList,
  source: FieldSource,
  find: (field: string) => FoundField | undefined,
  known: () => Iterable<string> = () => [],
): ReadableFields {
  const names = new Set<string>()
  const vanished = new Set<string>()
  for (const entry of entriesOf(allowList, source)) {
    const found = find(entry.field)
    if (found !== undefined && mayRead(entry, found)) names.add(entry.field)
    else if (entry.required === true) vanished.add(entry.field)
    for (const name of readBeside(entry, known)) {
      const beside = find(name)
      if (beside !== undefined && mayRead(entry, beside)) names.add(name)
    }
  }
  return { names: [...names], vanished: [...vanished] }
}
