import type { CalibrationResult, CardLine } from '#src/analysis/results.ts'
import type { Section } from '../document.ts'
import { decimal, points } from './cells.ts'

const HEAD = ['Column', 'Where it', 'Points', 'Won of these']

/** The cards themselves, and others about as good. */
export function cardSections({ cards, pool }: CalibrationResult): readonly Section[] {
  return [
    ...cardSection('The short card', cards.short, false),
    ...poolSection(pool),
    ...cardSection('The full card', cards.full, true),
  ]
}

function cardSection(
  title: string,
  lines: readonly CardLine[],
  isDetail: boolean,
): readonly Section[] {
  if (lines.length === 0) return []
  return [
    {
      title,
      sentences: [
        'The points of all lines that apply are added up; the higher the sum, the likelier a win.',
      ],
      isDetail,
      table: {
        head: HEAD,
        rows: lines.map(({ column, condition, points: worth, from }) => [
          column,
          condition,
          points(worth),
          from && { unit: 'share', value: from.won / from.of, count: from.won, of: from.of },
        ]),
      },
    },
  ]
}

function poolSection(pool: CalibrationResult['pool']): readonly Section[] {
  const others = pool.filter(({ instead }) => instead !== undefined)
  if (others.length === 0) return []
  return [
    {
      title: 'Cards about as good',
      sentences: [
        'A team that cannot keep up a column can do without it and lose next to nothing.',
      ],
      isDetail: true,
      table: {
        head: ['Without the column', 'Loss'],
        rows: pool.map(({ loss, instead }) => [
          instead ?? 'the short card itself',
          decimal(loss, 4),
        ]),
      },
    },
  ]
}
