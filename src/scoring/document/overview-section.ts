import type { Audience, NextAction, Tier } from '../../ports.ts'
import type { Model } from '../model.ts'
import { type Block, heading, paragraph, strong, type Text, table } from './blocks.ts'
import { minutesInWords } from './plain-words.ts'

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  individual: 'people who seek care, for themselves or someone they love',
  employer: 'people who buy or advise on benefits for a workforce',
  'health-plan': 'people at health plans, EAP networks and managed care',
  'referral-partner': 'people who refer others, such as primary care, hospitals and schools',
  'provider-org': 'people at organisations that provide care',
}

const ACTION_WORDS: Readonly<Record<NextAction, string>> = {
  call: 'call them',
  email: 'write them an email',
  'book-consult': 'offer a consultation',
  'verify-benefits': 'offer to verify their benefits',
  'send-information': 'offer information by email',
  nurture: 'keep in touch at their pace',
  refer: 'help them find a better fit elsewhere',
  'follow-crisis-protocol': 'follow the crisis protocol',
  none: 'nothing',
}

/** What the model is for, how the parts make a score, and what the score leads to. */
export function overviewSection(model: Model): readonly Block[] {
  const { fit, engagement } = model
  return [
    paragraph(model.description),
    paragraph(
      'For ',
      strong(AUDIENCE_WORDS[model.audience]),
      `. Version ${model.version} of the model `,
      { code: model.id },
      '.',
    ),
    paragraph(
      'The ',
      strong('score'),
      ` goes from 0 to 100. It is fit (who they are and what they ask for, at most ${fit.cap}) plus engagement (what they did, at most ${engagement.cap}), and never more than 100. Every point has a reason, and the reasons add up to the score exactly.`,
    ),
    heading(2, 'What a score leads to'),
    tiersTable(model),
    gradesTable(model),
    paragraph(
      'Consent is asked before any of this: who may not be scored is not, and who may not be reached is not reached, whatever the score.',
    ),
  ]
}

function tiersTable({ tiers }: Model): Block {
  const row = (tier: Tier, needs: string): readonly Text[] => {
    const { label, nextAction, respondWithinMinutes, theme } = tiers[tier]
    const within = respondWithinMinutes === undefined ? '–' : minutesInWords(respondWithinMinutes)
    return [[{ code: tier }], label, needs, ACTION_WORDS[nextAction], within, theme ?? '–']
  }
  return table({
    caption: 'Tiers: the first one whose needs are met is given',
    head: ['Tier', 'Shown as', 'Needs', 'Next', 'Within', 'Theme'],
    rows: [
      row('sales-ready', needsInWords(tiers['sales-ready'])),
      row('nurture', needsInWords(tiers.nurture)),
      row('unqualified', 'nothing'),
    ],
  })
}

/** "score of 65 with fit of 30 and engagement of 20". */
export function needsInWords(needs: {
  readonly score: number
  readonly fit?: number | undefined
  readonly engagement?: number | undefined
}): string {
  const { score, fit = 0, engagement = 0 } = needs
  const also = [
    ...(fit > 0 ? [`fit of ${fit}`] : []),
    ...(engagement > 0 ? [`engagement of ${engagement}`] : []),
  ]
  return [`a score of ${score}`, ...(also.length === 0 ? [] : [also.join(' and ')])].join(', with ')
}

function gradesTable({ grades: { fit, engagement } }: Model): Block {
  const from = (least: number): string => `${least} or more`
  return table({
    caption: 'Grades: a letter for fit and a digit for engagement, A1 being the best',
    head: ['Letter', 'Fit', 'Digit', 'Engagement'],
    rows: [
      ['A', from(fit.A), '1', from(engagement[1])],
      ['B', from(fit.B), '2', from(engagement[2])],
      ['C', 'less', '3', 'less'],
    ],
  })
}
