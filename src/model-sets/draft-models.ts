import { PermanentError } from '#src/errors.ts'
import type { ShippedModels } from '#src/models.ts'
import { AUDIENCES, type Audience, type PortalId } from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import { hashModel } from '#src/scoring/model-version.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { ModelSet } from '#src/store/model-repositories.ts'
import { checkModels, type SetFinding } from './check-models.ts'
import type { ModelSetDeps } from './model-set-deps.ts'
import { whoActs } from './who-acts.ts'

type Texts = ModelSet['texts']

/** Far above any model a person writes; bounds what is kept and parsed. */
const LONGEST_TEXT = 200_000

export interface DraftRequest {
  /** Model files as they are; each says itself which audience it is for. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** The version whose other models are kept; left out, the one in force. 0: those that ship. */
  readonly from?: number | undefined
  readonly note: string
  readonly by: string
}

export interface Drafted {
  readonly set: ModelSet
  /** Errors among them keep it from being approved. */
  readonly findings: readonly SetFinding[]
}

/**
 * Keeps models as a draft, a new version that changes nothing yet. Throws PermanentError `model-invalid`
 * for a file that is no model, `model-unchanged`, `version-not-higher` or `note-missing`.
 */
export async function draftModels(
  { store, shipped, allowListFor }: ModelSetDeps,
  portal: PortalId,
  { files, from, note, by }: DraftRequest,
): Promise<Drafted> {
  await store.portals.require(portal)
  if (note.trim() === '') throw noteMissing()
  const inForce = await store.models.published(portal)
  const texts = { ...(await textsOf(store.models, portal, from, inForce)), ...read(files, shipped) }
  refuseWrongVersions(shipped, inForce?.texts ?? {}, texts)
  const set = await store.models.draft(portal, {
    texts,
    note: note.trim(),
    parent: inForce?.version ?? 0,
    by: whoActs(by),
  })
  const context = { lists: shipped.lists, allowList: await allowListFor(portal) }
  return { set, findings: checkModels(set, context) }
}

async function textsOf(
  models: ModelSetDeps['store']['models'],
  portal: PortalId,
  from: number | undefined,
  inForce: ModelSet | undefined,
): Promise<Texts> {
  if (from === 0) return {}
  return (from === undefined ? inForce : await models.require(portal, from))?.texts ?? {}
}

function read(files: DraftRequest['files'], { lists }: ShippedModels): Texts {
  const texts: Partial<Record<Audience, string>> = {}
  for (const { name, text } of files) {
    if (text.length > LONGEST_TEXT) throw tooLong(name)
    const { audience } = parseModel(text, name, lists)
    if (texts[audience] !== undefined) throw twice(name, audience)
    texts[audience] = text
  }
  return texts
}

/** A version names a content: it is written on records, and stands in the ledger. */
function refuseWrongVersions(shipped: ShippedModels, before: Texts, after: Texts): void {
  const changed = AUDIENCES.flatMap((audience) => {
    const was = modelOf(shipped, before, audience)
    const is = modelOf(shipped, after, audience)
    return was === undefined || is === undefined || hashModel(was) === hashModel(is)
      ? []
      : [{ was, is }]
  })
  if (changed.length === 0) throw unchanged()
  for (const { was, is } of changed) if (is.version === was.version) throw sameVersion(is)
}

function modelOf(shipped: ShippedModels, texts: Texts, audience: Audience): Model | undefined {
  const text = texts[audience]
  if (text === undefined) return shipped.models.get(audience)?.source
  return parseModel(text, `${audience}.yaml`, shipped.lists)
}

function noteMissing(): PermanentError {
  return new PermanentError(
    'note-missing',
    'A draft needs a note of what changes and why.',
    'Say it: leadwell model draft <portal> --file <model> --note <why> --by <name>',
  )
}

function tooLong(name: string): PermanentError {
  return new PermanentError('model-invalid', `${name} is longer than ${LONGEST_TEXT} characters.`)
}

function twice(name: string, audience: Audience): PermanentError {
  return new PermanentError('model-invalid', `${name} is a second model for ${audience}.`)
}

function unchanged(): PermanentError {
  return new PermanentError('model-unchanged', 'The draft says what is in force already.')
}

function sameVersion({ id, version }: Model): PermanentError {
  return new PermanentError(
    'version-not-higher',
    `Model ${id} says something else than what is in force, but is version ${version} as well.`,
    'Raise "version" in its file: records and the ledger name a model by it.',
  )
}
