import { readFile } from 'node:fs/promises'
import {
  type OutcomeDefinition,
  outcomesOf,
  parseOutcomes,
} from '#src/outcomes/outcome-definition.ts'
import { ACTIVITY_KINDS, type ActivityKind, type PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { fileUnreadable } from './file-unreadable.ts'

/**
 * What counts as won for one calibration: activities such as `deal-won,consult-booked` in place of the
 * portal's own signals, or a whole file of definitions. `undefined`: what the portal keeps.
 */
export async function readOutcomes(
  store: Pick<Store, 'cursors'>,
  portal: PortalId,
  given: string | undefined,
): Promise<OutcomeDefinition | undefined> {
  if (given === undefined) return undefined
  const kinds = given.split(',').map((kind) => kind.trim())
  if (!kinds.every(isActivityKind)) return readOutcomeFile(given)
  const { everyone, audiences } = await outcomesOf(store, portal)
  const won = [{ activity: kinds }]
  const others = Object.entries(audiences).map(([audience, ends]) => {
    const { won: _own, ...rest } = ends
    return [audience, rest] as const
  })
  return { everyone: { ...everyone, won }, audiences: Object.fromEntries(others) }
}

/** Throws PermanentError `file-unreadable` or `outcomes-invalid`. */
export async function readOutcomeFile(file: string): Promise<OutcomeDefinition> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const kinds = ACTIVITY_KINDS.join(', ')
    throw fileUnreadable(
      file,
      error,
      `What counts as won is a YAML file, or one or more of: ${kinds}.`,
    )
  })
  return parseOutcomes(text, file)
}

function isActivityKind(kind: string): kind is ActivityKind {
  return ACTIVITY_KINDS.some((known) => known === kind)
}
