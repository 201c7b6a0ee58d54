import type { RecordObject, RecordRef } from '#src/ports.ts'

const OBJECTS: readonly RecordObject[] = ['contact', 'lead', 'company']

/** The records an argument may mean: `123` of whatever object, or `contact:123`. */
export function candidateRefs(argument: string): readonly RecordRef[] {
  const [first = '', ...rest] = argument.split(':')
  const object = OBJECTS.find((each) => each === first)
  if (object !== undefined && rest.length > 0) return [{ object, id: rest.join(':') }]
  return OBJECTS.map((each) => ({ object: each, id: argument }))
}
