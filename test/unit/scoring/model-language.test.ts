import { describe, expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { compileAudiences, parseAudiences } from '#src/scoring/audiences.ts'
import type { PublishableModel } from '#src/scoring/check/assert-publishable.ts'
import { compileModel, type ExplainableModel } from '#src/scoring/compile-model.ts'
import { explainScore } from '#src/scoring/explain.ts'
import type { ListFile } from '#src/scoring/lists.ts'
import { hashModel, publishModel } from '#src/scoring/model-version.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { textIn } from '#src/scoring/text-in.ts'
import { readGuide } from './guide.ts'
import { activitiesIn, dated, factsIn, keysIn, modelOf } from './guide-models.ts'
import { NOW } from './sample-model.ts'

type Example = Readonly<Record<string, unknown>>

const FILE = 'example.yaml'

describe('the guide to the model language', () => {
  const guide = readGuide()

  test('has an example for every sentence', () => {
    const counts = guide.map(({ sentences, examples }) => [sentences.join(' '), examples.length])

    expect(counts).toEqual(guide.map(({ sentences }) => [sentences.join(' '), sentences.length]))
    expect(guide.length).toBeGreaterThan(25)
  })

  const shown = guide.flatMap(({ section, sentences, examples }) =>
    examples.map((example, index) => ({ section, sentence: sentences[index] ?? '', example })),
  )

  test.each(shown)('$section: $sentence', ({ example }) => {
    const cases = (example['cases'] ?? [example]) as Example[]

    for (const one of cases) checkCase({ ...example, ...one, cases: undefined })
  })
})

function checkCase(example: Example): void {
  if (example['says'] !== undefined) expectMistake(example)
  else if (example['audiences'] !== undefined) expectAudience(example)
  else if (example['publish'] === true || keysIn(example, 'gives')['sameHash'] !== undefined) {
    expectVersion(example)
  } else expectScore(example)
}

function parsed(example: Example) {
  const files = (example['listFiles'] ?? []) as ListFile[]
  const lists = new Map(files.map((file) => [file.id, { ...file, words: file.words ?? [] }]))
  return parseModel(JSON.stringify(modelOf(example)), FILE, lists)
}

function expectMistake(example: Example): void {
  let message = 'nothing'
  try {
    if (example['audiences'] === undefined) parsed(example)
    else parseAudiences(JSON.stringify(example['audiences']), FILE)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    message = error.message.split('\n').slice(1).join('\n')
  }

  expect(message).toBe(`${FILE}:1 ${String(example['says'])}`)
}

function expectAudience(example: Example): void {
  const audiences = parseAudiences(JSON.stringify(example['audiences']), FILE)

  expect(compileAudiences(audiences)(factsIn(example))).toBe(keysIn(example, 'gives')['audience'])
}

function expectScore(example: Example): void {
  const tolerance = Number(example['tolerance'] ?? 0)
  const model = compileModel(parsed(example), { tolerance })
  const subject = { facts: factsIn(example), activities: activitiesIn(example) }
  const now =
    example['after'] === undefined ? NOW : Number(dated(`in ${example['after'] as string}`))

  const gives = keysIn(example, 'gives')

  expect(Object.keys(gives).length).toBeGreaterThan(0)
  for (const [what, expected] of Object.entries(gives)) {
    expectGiven(what, expected, { model, subject, now })
  }
}

interface Given {
  readonly model: ExplainableModel
  readonly subject: Parameters<ExplainableModel['evaluate']>[0]
  readonly now: number
}

function expectGiven(what: string, expected: unknown, { model, subject, now }: Given): void {
  const score = model.evaluate(subject, now)
  const explained = explainScore(model, subject, now)
  const sumOf = (lines: readonly { axis: string; points: number }[], axis?: string): number =>
    lines.reduce((sum, line) => sum + (line.axis === (axis ?? line.axis) ? line.points : 0), 0)
  switch (what) {
    case 'lines':
      expect(score.reasons).toMatchObject(withDates(expected))
      return
    case 'explained':
      expect(explained.lines).toMatchObject(withDates(expected))
      return
    case 'addsUp':
      for (const lines of [score.reasons, explained.lines]) {
        expect(sumOf(lines, 'fit')).toBe(score.fit)
        expect(sumOf(lines, 'engagement')).toBe(score.engagement)
        expect(sumOf(lines)).toBe(score.score)
      }
      return
    case 'nextChange':
      expect(score.nextChangeAt).toBe(expected === 'never' ? undefined : dated(expected))
      return
    case 'advice':
      expect(model.tiers[score.tier]).toEqual(expected)
      return
    case 'inEnglish':
    case 'inSpanish':
      for (const [text, said] of Object.entries(expected as Example)) {
        expect(textIn(model, what === 'inSpanish' ? 'es' : 'en')(text)).toBe(said)
      }
      return
    case 'missing':
      expect(explained.missing).toMatchObject(expected as object[])
      return
    case 'path':
      expectPath(expected as Example, explained.path)
      return
    default:
      expect(score).toMatchObject({ [what]: expected })
  }
}

function expectPath(expected: Example, path: ReturnType<typeof explainScore>['path']): void {
  expect(path?.tier).toBe(expected['tier'])
  if (path?.reachable === true) {
    expect(path.steps.flatMap(({ rules }) => rules)).toEqual(expected['steps'])
  } else expect(path?.why).toBe(expected['why'])
}

function withDates(lines: unknown): object[] {
  return (lines as Example[]).map((line) => {
    if (line['at'] === undefined) return line
    return { ...line, at: line['at'] === 'none' ? undefined : dated(line['at']) }
  })
}

function expectVersion(example: Example): void {
  // Examples are too small to pass the lints; what becomes of versions does not depend on that.
  const first = parsed({ ...example, otherwise: undefined }) as PublishableModel
  const second = parsed(example) as PublishableModel
  const gives = keysIn(example, 'gives')
  if (gives['sameHash'] !== undefined) {
    expect(hashModel(second) === hashModel(first)).toBe(gives['sameHash'])
    return
  }
  const common = { author: 'somebody', note: 'Why.', nowMs: NOW }
  const parent = publishModel({ ...common, model: first, parent: undefined })
  const publish = () => publishModel({ ...common, model: second, parent })

  if (gives['refused'] !== undefined) {
    expect(publish).toThrow(expect.objectContaining({ code: gives['refused'] }))
    return
  }

  expect(publish()).toMatchObject({ version: gives['published'], parent: parent.hash })
  expect(Object.isFrozen(publish().model.fit.groups)).toBe(true)
}
