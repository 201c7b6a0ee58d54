import type { CalibrationResult } from '#src/analysis/results.ts'
import type { Section } from '../document.ts'
import { rate, whole } from './cells.ts'

/** Whether the tiers of the model in force mean what they should. */
export function tierRateSection({ tiers }: CalibrationResult): Section | undefined {
  if (tiers.length === 0) return undefined
  return {
    title: 'By tier',
    sentences: [
      'As the model in force places people, of those old enough to know. Tiers with too few are told together.',
    ],
    table: {
      head: ['Tier', 'Records', 'Won', 'Won of these'],
      rows: tiers.map(({ tiers: names, won }) => [
        names.join(' and '),
        whole(won.of),
        whole(won.count),
        rate(won),
      ]),
    },
  }
}
