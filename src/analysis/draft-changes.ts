import { applyChanges } from '../calibration/draft/apply-changes.ts'
import { PermanentError } from '../errors.ts'
import { type Drafted, draftModels } from '../model-sets/draft-models.ts'
import type { ModelSetDeps } from '../model-sets/model-set-deps.ts'
import { readShippedModel } from '../models.ts'
import type { PortalId } from '../ports.ts'
import { parseModel } from '../scoring/parse-model.ts'
import type { CalibrationResult } from './results.ts'

export interface DraftRequest {
  readonly result: CalibrationResult
  /** Groups of changes; `all` stands for every one. */
  readonly accept: readonly string[]
  readonly note: string
  readonly by: string
}

/** Groups a person may accept, in the order of the changes. */
export function groupsOfChanges({ changes }: CalibrationResult): readonly string[] {
  return [...new Set(changes.filter(({ action }) => action !== 'keep').map(({ group }) => group))]
}

/**
 * A new draft of the portal's models with the groups of changes a person accepted; in force it is only
 * once others have looked at it. Throws PermanentError `nothing-recommended`, `change-group-unknown`
 * or `calibration-outdated`, and what `draftModels` throws.
 */
export async function draftChanges(
  deps: ModelSetDeps,
  portal: PortalId,
  { result, accept, note, by }: DraftRequest,
): Promise<Drafted> {
  const { subject, changes, model } = result
  const groups = groupsOfChanges(result)
  if ('file' in subject || groups.length === 0) throw nothingRecommended()
  const { audience } = subject
  const inForce = await deps.store.models.published(portal)
  const text = inForce?.texts[audience] ?? (await readShippedModel(audience))
  const { id, version } = parseModel(text, `${audience}.yaml`, deps.shipped.lists)
  if (model !== `${id}@${version}`) throw outdated(model ?? '', `${id}@${version}`)
  const changed = applyChanges(text, changes, acceptedOf(accept, groups))
  const files = [{ name: `${audience}.yaml`, text: changed }]
  return draftModels(deps, portal, { files, note, by })
}

function acceptedOf(accept: readonly string[], groups: readonly string[]): readonly string[] {
  if (accept.includes('all')) return groups
  const unknown = accept.filter((group) => !groups.includes(group))
  if (accept.length > 0 && unknown.length === 0) return accept
  throw new PermanentError(
    'change-group-unknown',
    unknown.length === 0
      ? 'It is for you to say which changes a draft is to have.'
      : `There are no changes called ${unknown.join(', ')}.`,
    `Accept any of ${groups.join(', ')}, or all.`,
  )
}

function nothingRecommended(): PermanentError {
  return new PermanentError(
    'nothing-recommended',
    'Nothing is recommended, so there is nothing to draft.',
    'The calibration says why, and what it would take.',
  )
}

function outdated(compared: string, inForce: string): PermanentError {
  return new PermanentError(
    'calibration-outdated',
    `The calibration compared ${compared}, and in force is ${inForce}.`,
    'Calibrate again.',
  )
}
