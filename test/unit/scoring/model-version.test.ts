import { expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { assertPublishable } from '#src/scoring/check/assert-publishable.ts'
import { hashModel, isAsPublished, publishModel } from '#src/scoring/model-version.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { LINT_DEPS, modelWith } from '../scoring-documents/clean-model.ts'
import { NOW, sampleYaml } from './sample-model.ts'

const model = assertPublishable(modelWith(), LINT_DEPS)
const next = { ...model, version: 2, description: 'Changed.' }
const common = { author: 'somebody', note: 'First.', nowMs: NOW }
const first = publishModel({ ...common, model, parent: undefined })

test('the hash does not depend on the order in which a file names its keys', () => {
  const reversed = Object.fromEntries(Object.entries(model).toReversed())

  expect(hashModel(reversed as typeof model)).toBe(hashModel(model))
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('a list file that changed makes another model', () => {
  const named = (codes: readonly string[]) =>
    parseModel(
      sampleYaml({ lists: { mail: { file: 'free-mail' } } }),
      'sample.yaml',
      new Map([['free-mail', { id: 'free-mail', description: 'x', codes: [...codes], words: [] }]]),
    )

  expect(hashModel(named(['a.com']))).not.toBe(hashModel(named(['b.com'])))
})

test('a published model cannot be changed, nor by changing what it was made from', () => {
  const source = structuredClone(model)
  const published = publishModel({ ...common, model: source, parent: undefined })
  source.description = 'Changed afterwards.'

  expect(published.model.description).toBe(model.description)
  expect(() => Object.assign(published.model.fit, { cap: 1 })).toThrow(TypeError)
  expect(isAsPublished(published)).toBe(true)
  expect(isAsPublished({ ...published, model: source })).toBe(false)
})

test('the next version names the one before', () => {
  const second = publishModel({ ...common, model: next, parent: first, note: 'Clearer.' })

  expect(second).toMatchObject({ version: 2, parent: first.hash, note: 'Clearer.' })
})

test.each([
  ['version-not-higher', { ...next, version: 1 }, {}],
  ['model-unchanged', { ...model, version: 2 }, {}],
  ['other-model', { ...next, id: 'another' }, {}],
  ['note-missing', next, { note: ' ' }],
  ['author-missing', next, { author: '' }],
])('refuses to publish: %s', (code, changed, more) => {
  const publish = () => publishModel({ ...common, ...more, model: changed, parent: first })

  expect(publish).toThrow(PermanentError)
  expect(publish).toThrow(expect.objectContaining({ code }))
})
