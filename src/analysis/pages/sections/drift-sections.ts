import type { Finding } from '#src/calibration/figures.ts'
import { type Interval, wilsonInterval } from '#src/calibration/statistics/proportions.ts'
import { asSentence } from '#src/scoring/document/plain-words.ts'
import type { Estimated, RateThenAndNow, ShiftBar } from '../charts/chart.ts'
import type { Section } from '../document.ts'
import { decimal, points, share } from './cells.ts'

/** Who comes, and how they close: what a drift check can draw, each with its figures. */
export function driftSections(findings: readonly Finding[], of: string): readonly Section[] {
  const rates = findings.flatMap(rateOf)
  const shifts = findings.flatMap(shiftOf).toSorted((one, two) => two.index - one.index)
  return [
    ...(rates.length === 0 ? [] : [rateSection(rates, of)]),
    ...(shifts.length === 0 ? [] : [shiftSection(shifts, of)]),
  ]
}

function rateSection(rates: readonly RateThenAndNow[], of: string): Section {
  return {
    title: `Close rates, ${of}`,
    sentences: ['More than ten points of change, beyond chance, raises an alarm.'],
    table: {
      head: ['Records', 'At the baseline', 'Now', 'Change in points'],
      rows: rates.map(({ subject, before, now }) => [
        subject,
        estimated(before),
        estimated(now),
        points(Math.round((now.rate - before.rate) * 1000) / 10),
      ]),
    },
    charts: [
      {
        kind: 'close-rates',
        title: `Close rates at the baseline and now, ${of}`,
        description:
          'For each tier and for all records, the share won at the baseline and now, with 95 % intervals.',
        rates,
      },
    ],
  }
}

function estimated({ rate, interval }: Estimated) {
  return { ...share(rate), ...interval }
}

function shiftSection(shifts: readonly ShiftBar[], of: string): Section {
  return {
    title: `Who comes, ${of}`,
    sentences: [
      'The stability index says how differently the points are spread: below 0.1 they held, from 0.25 they shifted much. Rules that held have no line.',
    ],
    table: {
      head: ['Points of', 'Stability index'],
      rows: shifts.map(({ subject, index }) => [subject, decimal(index, 2)]),
    },
    charts: [
      {
        kind: 'shifts',
        title: `How far the population shifted, ${of}`,
        description:
          'The stability index of the score and of each rule that shifted: from 0.1 somewhat, from 0.25 much.',
        shifts,
      },
    ],
  }
}

function rateOf({ code, what, figures }: Finding): readonly RateThenAndNow[] {
  const { baseline, current, records, recordsBefore } = figures
  const isRate = code.startsWith('close-rate-') || code.startsWith('base-rate-')
  if (!isRate || baseline === undefined || current === undefined) return []
  return [
    {
      subject: asSentence(subjectOf(what).replace('The close rate of ', '')),
      before: { rate: baseline, interval: intervalOf(baseline, recordsBefore) },
      now: { rate: current, interval: intervalOf(current, records) },
    },
  ]
}

function intervalOf(rate: number, of: number | undefined): Interval | undefined {
  return of === undefined ? undefined : wilsonInterval({ count: Math.round(rate * of), of })
}

const SHIFTS: ReadonlySet<string> = new Set(['score-shifted', 'score-held', 'rule-shifted'])

function shiftOf({ code, what, figures }: Finding): readonly ShiftBar[] {
  const { index } = figures
  if (!SHIFTS.has(code) || index === undefined) return []
  return [{ subject: subjectOf(what).replace(/^The (points of )?/, ''), index }]
}

/** What a finding is about, before what happened to it. */
function subjectOf(what: string): string {
  return what.split(/ (?:shifted|held|moved from|went from)\b/, 1)[0] ?? what
}
