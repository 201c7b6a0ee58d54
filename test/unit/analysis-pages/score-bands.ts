import type { ScoreBand } from '#src/analysis/results.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'

/** Bands of ten points, of records that are won or lost. */
export function scoreBands(records: readonly OutcomeRecord[]): readonly ScoreBand[] {
  return Array.from({ length: 10 }, (_, band) => {
    const [from, to] = [band * 10, band === 9 ? 100 : band * 10 + 9]
    const own = records.filter(
      ({ score, outcome }) => score >= from && score <= to && outcome !== 'open',
    )
    const won = own.filter(({ outcome }) => outcome === 'won').length
    // As everywhere, no count of fewer than eleven.
    const shown = won < 11 ? 0 : won
    return { from, to, won: shown, notWon: own.length - shown }
  })
}
