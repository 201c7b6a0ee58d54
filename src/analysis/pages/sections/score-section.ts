import type { ScoreBand } from '#src/analysis/results.ts'
import type { Section } from '../document.ts'
import { share, whole } from './cells.ts'
import { inParts } from './in-parts.ts'

/** As many bars as a chart can name. */
const MOST_BANDS = 20

/** How the scores are spread, and where the wins are. */
export function scoreSection(fine: readonly ScoreBand[]): Section | undefined {
  if (fine.length === 0) return undefined
  const bands = inParts(fine, MOST_BANDS).flatMap(together)
  return {
    title: 'Scores',
    sentences: ['A score that works has few wins on the left and many on the right.'],
    table: {
      head: ['Score', 'Won', 'Not won', 'Won of these'],
      rows: bands.map(({ from, to, won, notWon }) => [
        (from === to ? String(from) : `${from} to ${to}`).replaceAll('-', '−'),
        whole(won),
        whole(notWon),
        won + notWon > 0
          ? { ...share(won / (won + notWon)), count: won, of: won + notWon }
          : undefined,
      ]),
    },
    charts: [
      {
        kind: 'scores',
        title: 'Records by score',
        description: 'For each band of scores, how many records were won and how many were not.',
        bands,
      },
    ],
  }
}

function together(bands: readonly ScoreBand[]): readonly ScoreBand[] {
  const [first, last] = [bands[0], bands.at(-1)]
  if (first === undefined || last === undefined) return []
  const sum = (of: 'won' | 'notWon') => bands.reduce((total, band) => total + band[of], 0)
  return [{ from: first.from, to: last.to, won: sum('won'), notWon: sum('notWon') }]
}
