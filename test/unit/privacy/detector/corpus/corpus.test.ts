import { afterAll, describe, expect, test } from 'vitest'
import { detect } from '#src/privacy/detector/detect.ts'
import { type Case, type CaseSet, KINDS, readCases } from './cases.ts'
import { figuresOf, mistakes, TABLE_HEAD, tableRow, withFlags } from './figures.ts'
import { FLAGS_FLOOR, FLOORS, HOLDOUT_FLOOR } from './floors.ts'
import { judge, type Verdict } from './judge.ts'

const judgeAll = (cases: readonly Case[]) => cases.map((asked) => judge(asked, detect(asked.text)))
const ofKind = (kind: string, verdicts: readonly Verdict[]) =>
  verdicts.filter((verdict) => verdict.case.kind === kind)

const tuned = judgeAll(readCases('tuned'))
const holdout = judgeAll(readCases('holdout'))

describe('the detector on written cases', () => {
  test('is asked at least 1,500 cases, and a third of them are look-alikes', () => {
    const lookAlikes = tuned.filter((verdict) => verdict.case.none)

    expect(tuned.length).toBeGreaterThanOrEqual(2000)
    expect(lookAlikes.length / tuned.length).toBeGreaterThanOrEqual(0.35)
  })

  test.each(KINDS)('is asked both ways about %s', (kind) => {
    const { positives, negatives } = figuresOf(ofKind(kind, tuned))

    expect(positives).toBeGreaterThanOrEqual(30)
    expect(negatives).toBeGreaterThanOrEqual(25)
  })

  test.each(KINDS)('finds %s where it stands', (kind) => {
    const { recall } = figuresOf(ofKind(kind, tuned))

    expect(recall).toBeGreaterThanOrEqual(FLOORS[kind].recall)
  })

  test.each(KINDS)('leaves alone what only looks like %s', (kind) => {
    const { falsePositives } = figuresOf(ofKind(kind, tuned))

    expect(falsePositives).toBeLessThanOrEqual(FLOORS[kind].falsePositives)
  })

  test.each(KINDS.filter(withFlags))('tells a denial and another person of %s', (kind) => {
    const { flags } = figuresOf(ofKind(kind, tuned))

    expect(flags).toBeGreaterThanOrEqual(FLAGS_FLOOR)
  })
})

describe('the detector on cases it was not tuned on', () => {
  test('is asked at least 400 of them', () => {
    expect(holdout.length).toBeGreaterThanOrEqual(400)
  })

  test('finds most and invents little', () => {
    const { recall, falsePositives } = figuresOf(holdout)

    expect(recall).toBeGreaterThanOrEqual(HOLDOUT_FLOOR.recall)
    expect(falsePositives).toBeLessThanOrEqual(HOLDOUT_FLOOR.falsePositives)
  })
})

function table(set: CaseSet, verdicts: readonly Verdict[]): string {
  const rows = KINDS.map((kind) =>
    tableRow(kind, figuresOf(ofKind(kind, verdicts)), withFlags(kind)),
  )
  return [`\n${set}`, TABLE_HEAD, ...rows, tableRow('all', figuresOf(verdicts), false), ''].join(
    '\n',
  )
}

// DETECTOR_FIGURES=1 prints the figures, DETECTOR_MISTAKES=1 what to work on.
afterAll(() => {
  if (process.env['DETECTOR_FIGURES'] === '1') {
    process.stdout.write(table('tuned', tuned) + table('holdout', holdout))
  }
  if (process.env['DETECTOR_MISTAKES'] === '1') {
    process.stdout.write(`${KINDS.flatMap((kind) => mistakes(kind, tuned)).join('\n')}\n`)
  }
})
