import type { ObjectType } from './object-types.ts'

/** `[from, to, type id without label, type id of the primary one]`, "Associate records" guide. */
const TYPES: readonly (readonly [string, string, number, number?])[] = [
  ['0-1', '0-2', 279, 1],
  ['0-2', '0-1', 280, 2],
  ['0-1', '0-3', 4],
  ['0-3', '0-1', 3],
  ['0-3', '0-2', 341, 5],
  ['0-2', '0-3', 342, 6],
  ['0-1', '0-48', 193],
  ['0-48', '0-1', 194],
  ['0-1', '0-49', 197],
  ['0-49', '0-1', 198],
  ['0-1', '0-47', 199],
  ['0-47', '0-1', 200],
  ['0-1', '0-46', 201],
  ['0-46', '0-1', 202],
  ['0-1', '0-27', 203],
  ['0-27', '0-1', 204],
  ['0-1', '0-18', 82],
  ['0-18', '0-1', 81],
]

export interface AssociationType {
  readonly from: string
  readonly to: string
  readonly unlabelled: number
  readonly primary: number | undefined
}

const BY_PAIR = new Map<string, AssociationType>(
  TYPES.map(([from, to, unlabelled, primary]) => [
    `${from}>${to}`,
    { from, to, unlabelled, primary },
  ]),
)

export function associationTypeOf(from: string, to: string): AssociationType | undefined {
  return BY_PAIR.get(`${from}>${to}`)
}

/** The pair a type id belongs to, read from the side of `from`. */
export function associationTypeById(from: ObjectType, typeId: number): AssociationType | undefined {
  return [...BY_PAIR.values()].find(
    (type) => type.from === from.id && (type.unlabelled === typeId || type.primary === typeId),
  )
}
