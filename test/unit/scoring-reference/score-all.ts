/** Scores the cases on stdin in a process of its own; run by without-generated-code.test.ts. */
import { readFileSync } from 'node:fs'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { RecordGiven, WrittenModel } from './written-model.ts'

interface Case {
  readonly model: WrittenModel
  readonly record: RecordGiven
  readonly nowMs: number
}

const cases = JSON.parse(readFileSync(0, 'utf8')) as readonly Case[]
const scores = cases.map(({ model, record, nowMs }) =>
  compileModel(parseModel(JSON.stringify(model), 'random.yaml', new Map())).evaluate(record, nowMs),
)
process.stdout.write(JSON.stringify(scores))
