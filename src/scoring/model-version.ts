import { createHash } from 'node:crypto'
import { PermanentError } from '../errors.ts'
import type { PublishableModel } from './check/assert-publishable.ts'
import type { Model } from './model.ts'

/** A model as it was published; nothing in it changes afterwards. */
export interface PublishedModel {
  readonly id: string
  readonly version: number
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  /** Hash of the version before; `undefined` for the first. */
  readonly parent: string | undefined
  /** Who published it, as an account id or name. */
  readonly author: string
  /** What changed and why, in the author's words. */
  readonly note: string
  readonly publishedAt: number
  /** With its lists filled in, frozen throughout. */
  readonly model: Model
}

export interface Publication {
  /** Passed by the lints; a model whose texts fail them cannot be published. */
  readonly model: PublishableModel
  readonly parent: PublishedModel | undefined
  readonly author: string
  readonly note: string
  readonly nowMs: number
}

/**
 * Makes the record of a new version. Throws PermanentError `version-not-higher`, `model-unchanged`,
 * `other-model`, `note-missing` or `author-missing`.
 */
export function publishModel({ model, parent, author, note, nowMs }: Publication): PublishedModel {
  const hash = hashModel(model)
  if (author.trim() === '') throw refused('author-missing', model, 'needs an author')
  if (note.trim() === '') throw refused('note-missing', model, 'needs a note of what changed')
  if (parent !== undefined) refuseBadChild(model, hash, parent)
  return deepFreeze({
    id: model.id,
    version: model.version,
    hash,
    parent: parent?.hash,
    author: author.trim(),
    note: note.trim(),
    publishedAt: nowMs,
    model: structuredClone(model),
  })
}

/** Whether the content of a published model is still what was published. */
export function isAsPublished({ model, hash }: Pick<PublishedModel, 'model' | 'hash'>): boolean {
  return hashModel(model) === hash
}

/**
 * SHA-256 of what a model says: the version number, the order of keys and how the file was laid out do
 * not count. Lists have to be filled in, so that a change of a list file is a change of the model.
 */
export function hashModel({ version: _version, ...content }: Model): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** JSON with keys in order and nothing for what is undefined. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

function refuseBadChild(model: Model, hash: string, parent: PublishedModel): void {
  if (model.id !== parent.id) {
    throw refused('other-model', model, `cannot follow model ${parent.id}`)
  }
  if (hash === parent.hash) {
    throw refused('model-unchanged', model, `says the same as version ${parent.version}`)
  }
  if (model.version <= parent.version) {
    throw refused('version-not-higher', model, `has to be above ${parent.version}, its parent`)
  }
}

function refused(code: string, { id, version }: Model, what: string): PermanentError {
  return new PermanentError(code, `Version ${version} of model ${id} ${what}.`)
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
