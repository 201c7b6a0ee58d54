import { wordsOfName } from '#src/calibration/table/column-names.ts'
import { isMissing } from '#src/calibration/table/read-value.ts'
import { decideConsent } from '#src/consent/decide-consent.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import type { FactValue } from '#src/ports.ts'
import { CONSENT_UNREADABLE } from '#src/privacy/facts.ts'
import { CONSENT_NAMES, consentReader } from './consent-column.ts'

export interface Objections {
  /** Columns that hold consent, and are nothing to learn from. */
  readonly columns: readonly string[]
  /** Whether a row is of somebody who may not be scored, and so is not learned from either. */
  readonly isHeld: (cells: readonly string[]) => boolean
}

/** Finds the columns of a file named like facts of consent: "doNotProfile", "Do not profile". */
export function findObjections(header: readonly string[], nowMs: number): Objections {
  const facts = new Map(CONSENT_NAMES.map((fact) => [wordsOfName(fact).join(' '), fact]))
  const found = header.flatMap((name, index) => {
    const fact = facts.get(wordsOfName(name).join(' '))
    const reader = fact === undefined ? undefined : consentReader(fact)
    return fact === undefined || reader === undefined ? [] : [{ name, index, fact, reader }]
  })
  const factsOf = (cells: readonly string[]): Readonly<Record<string, FactValue>> => {
    const known: Record<string, FactValue> = {}
    for (const { index, fact, reader } of found) {
      const text = (cells[index] ?? '').trim()
      if (isMissing(text)) continue
      const value = reader.read(text)
      if (value === undefined) known[CONSENT_UNREADABLE] = true
      else known[fact] = value
    }
    return known
  }
  return {
    columns: found.map(({ name }) => name.trim()),
    isHeld: (cells) =>
      found.length > 0 &&
      !decideConsent(factsOf(cells), { at: nowMs, policy: DEFAULT_POLICY }).mayScore,
  }
}
