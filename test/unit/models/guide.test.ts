import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withinWords } from '#src/handoff/note-date.ts'
import { AUDIENCES } from '#src/ports.ts'
import { modelOf } from './shipped.ts'

const GUIDE = readFileSync(
  new URL('../../../docs/guides/shipped-models.md', import.meta.url),
  'utf8',
)

it.each(AUDIENCES)('the guide tells the thresholds the %s model has', (audience) => {
  const {
    score,
    fit,
    engagement,
    respondWithinMinutes = 0,
  } = modelOf(audience).tiers['sales-ready']
  const row = GUIDE.split('\n').find((line) => line.startsWith(`| [${audience}](`)) ?? ''
  const time = withinWords(respondWithinMinutes).replace('within ', '')

  expect(row).toContain(`| score ${score}, fit ${fit}, engagement ${engagement} | ${time} |`)
})
