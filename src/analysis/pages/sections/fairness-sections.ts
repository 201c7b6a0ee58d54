import type { ReportResult } from '#src/analysis/results.ts'
import { asSentence, asWords } from '#src/scoring/document/plain-words.ts'
import type { Section } from '../document.ts'
import { decimal, rate, share, sharedRate, whole, withoutEmptyColumns } from './cells.ts'

type Audit = ReportResult['fairness'][number]
type AttributeReport = Audit['report']['attributes'][number]
type Group = AttributeReport['groups'][number]

const KINDS = {
  'audit-only': 'Held for auditing only.',
  proxy: 'A proxy: a fact that may stand for something else.',
} as const satisfies Record<AttributeReport['kind'], string>

const HEAD = [
  'Group',
  'Records',
  'Selected',
  'Ratio to the largest group',
  'Selected of those won',
  'Won',
  'Promised',
]

/** How groups of people fare; the notice stands before every figure. */
export function fairnessSections({ fairness }: ReportResult): readonly Section[] {
  return fairness.flatMap(({ audience, report }) => {
    const of = fairness.length > 1 ? `, ${audience}` : ''
    return report.attributes.flatMap((attribute) => [
      groupSection(attribute, report.notice, of),
      ...causeSection(attribute, of),
    ])
  })
}

function groupSection(
  { attribute, kind, reference, groups }: AttributeReport,
  notice: string,
  of: string,
): Section {
  const title = `Fairness: ${asSentence(asWords(attribute))}${of}`
  if (groups.length === 0) {
    return { title, sentences: [notice, 'All records together are too few to show.'] }
  }
  const low = groups.filter(({ belowFourFifths }) => belowFourFifths).map(({ group }) => group)
  return {
    title,
    sentences: [
      notice,
      `${KINDS[kind]}${reference === undefined ? '' : ` Compared with the largest group, ${reference}.`}`,
      ...(low.length > 0 ? [`Below four fifths: ${low.join(', ')}.`] : []),
    ],
    table: withoutEmptyColumns({ head: HEAD, rows: groups.map(rowOf) }),
  }
}

function rowOf({ group, records, selection, truePositive, calibration, ratioToReference }: Group) {
  return [
    group,
    whole(records),
    rate(selection),
    ratioToReference === undefined ? undefined : decimal(ratioToReference, 2),
    sharedRate(truePositive),
    sharedRate(calibration),
    calibration?.promised === undefined ? undefined : share(calibration.promised),
  ]
}

function causeSection({ attribute, causes }: AttributeReport, of: string): readonly Section[] {
  if (causes.length === 0) return []
  return [
    {
      title: `What causes the gap: ${asSentence(asWords(attribute))}${of}`,
      sentences: [
        'The gap is the selection rate less that of the largest group, as it is and as it would be without the rule. What widens it most comes first.',
      ],
      table: {
        head: ['Rule', 'Group', 'Gap', 'Gap without the rule'],
        rows: causes.map(({ group, rule, gap, gapWithout }) => [
          rule,
          group,
          share(gap),
          share(gapWithout),
        ]),
      },
    },
  ]
}
