import type { Model } from '../model.ts'
import type { Score } from '../score.ts'
import { type Block, heading, list, paragraph, strong, table } from './blocks.ts'
import { subjectInWords } from './example-words.ts'
import { needsInWords } from './overview-section.ts'
import { signed } from './plain-words.ts'
import { bestMatchExample, salesReadyExample } from './sales-ready-example.ts'

/** What a record looks like that a rep gets first, and one that does not get there. */
export function salesReadySection(model: Model, nowMs: number): readonly Block[] {
  const ready = model.tiers['sales-ready']
  const example = salesReadyExample(model, nowMs)
  return [
    heading(2, 'What a sales-ready record looks like'),
    paragraph(`“${ready.label}” needs ${needsInWords(ready)}.`),
    ...(example === undefined
      ? [paragraph(strong('No record can get there with the rules of this model.'))]
      : [
          paragraph('A made-up record that just gets there:'),
          list(subjectInWords(example.subject, nowMs)),
          sumTable(example.score),
        ]),
    ...contrast(model, nowMs),
  ]
}

function sumTable({ score, fit, engagement, grade, tier, reasons }: Score): Block {
  return table({
    caption: 'Its reasons, which add up to its score',
    head: ['Points', 'Of', 'Reason'],
    rows: [
      ...reasons.map(({ points, axis, text }) => [signed(points), axis, text]),
      [
        [strong(score)],
        [strong('score')],
        `fit ${fit} and engagement ${engagement}: grade ${grade}, ${tier}`,
      ],
    ],
    numeric: [0],
  })
}

/** Fit alone is not enough, where the thresholds say so. */
function contrast(model: Model, nowMs: number): readonly Block[] {
  const { score } = bestMatchExample(model, nowMs)
  if (score.tier === 'sales-ready') return []
  return [
    paragraph(
      strong('And one that does not:'),
      ` the best match there is (fit ${score.fit}) who has done nothing yet scores ${score.score}, grade ${score.grade}, and is ${score.tier}.`,
    ),
  ]
}
