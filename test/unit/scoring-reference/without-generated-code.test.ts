import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { anyModel, anyRecord, NOW } from './random-models.ts'

const SCORE_ALL = fileURLToPath(new URL('./score-all.ts', import.meta.url))

test('scores the same where a process may not make code from strings', () => {
  const pairs = fc.sample(fc.tuple(anyModel, anyRecord), 300)
  const cases = pairs.map(([model, record]) => ({ model, record, nowMs: NOW }))
  const expected = cases.map(({ model, record, nowMs }) =>
    compileModel(parseModel(JSON.stringify(model), 'random.yaml', new Map())).evaluate(
      record,
      nowMs,
    ),
  )

  const answer = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', SCORE_ALL],
    { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 64_000_000 },
  )

  expect(JSON.parse(answer)).toEqual(JSON.parse(JSON.stringify(expected)))
})
