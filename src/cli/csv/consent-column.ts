import type { FactValue } from '#src/ports.ts'
import { codeList, codes } from '#src/privacy/allow.ts'
import type { Coder } from '#src/privacy/allowed-field.ts'
import { codeValue } from '#src/privacy/code-value.ts'
import type { FactDefinition, FactKind } from '#src/privacy/fact-definition.ts'
import { isGuard, RECORD_FACTS } from '#src/privacy/facts.ts'
import type { ValueType } from './typed-value.ts'

const GUARDS = new Map(Object.entries(RECORD_FACTS).filter(([, definition]) => isGuard(definition)))

/** Facts that say whether somebody may be scored: read whenever a file has them, whatever a model asks. */
export const CONSENT_NAMES: readonly string[] = [...GUARDS.keys()]

/** How a value of a consent fact is read: by what the fact is, as a wrong type must not turn a no into nothing. */
interface ConsentReader {
  readonly type: ValueType
  /** `undefined` for what cannot be read. */
  readonly read: (raw: FactValue) => FactValue | undefined
}

export function consentReader(fact: string): ConsentReader | undefined {
  const definition = GUARDS.get(fact)
  if (definition === undefined) return undefined
  return { type: typeOf(definition.kind), read: (raw) => readAs(definition, raw) }
}

function readAs({ kind, readsText }: FactDefinition, raw: FactValue): FactValue | undefined {
  const value = codeValue(coderOf(kind), raw)
  return value === undefined && readsText !== undefined ? codeValue({ as: readsText }, raw) : value
}

function coderOf(kind: FactKind): Coder {
  if (kind.of === 'code') return codes(kind.vocabulary)
  if (kind.of === 'code-list') return codeList(kind.vocabulary)
  return { as: kind.of }
}

function typeOf({ of }: FactKind): ValueType {
  return of === 'code' || of === 'code-list' ? 'text' : of
}
