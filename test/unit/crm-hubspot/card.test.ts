import { Alert, Button, LoadingSpinner, ScoreCircle, Tag } from '@hubspot/ui-extensions'
import { CrmPropertyList, type useCrmProperties } from '@hubspot/ui-extensions/crm'
import { createRenderer } from '@hubspot/ui-extensions/testing'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { LeadScoreCard } from '../../../crm/hubspot/src/app/cards/lead-score-card.tsx'

type Answer = ReturnType<typeof useCrmProperties>

const NOW = Date.parse('2026-11-20T12:00:00Z')
const NOTE = [
  'WHAT HAPPENED',
  'Asked for a consultation on 12 Nov 2026.',
  '',
  'WHAT THE SCORE MEANS',
  'Score 82 of 100 (fit 40, engagement 42), grade A1: sales-ready.',
  '+25 Asked for a consultation.',
  '-5 No reply for a week.',
  '',
  'CHANNELS',
  'Allowed channels: phone, email.',
].join('\n')
const SCORED = {
  leadwell_score: '82',
  leadwell_fit: '40',
  leadwell_engagement: '42',
  leadwell_grade: 'A1',
  leadwell_tier: 'sales_ready',
  leadwell_hold: '',
  leadwell_audience: 'health_plan',
  leadwell_top_reason: 'Asked for a consultation (+25)',
  leadwell_handoff_note: NOTE,
  leadwell_next_action: 'book_consult',
  leadwell_channels: 'phone;email',
  leadwell_respond_by: String(NOW + 3_600_000),
  leadwell_scored_at: '2026-11-20T11:58:00Z',
  leadwell_model: 'health-plan@3',
  leadwell_segment: 'Plans with many members',
}
const UNSCORED = Object.fromEntries(Object.keys(SCORED).map((name) => [name, null]))

function show(
  properties: Record<string, string | null>,
  { short = false, answer = {}, user = {} }: ShowOptions = {},
) {
  const renderer = createRenderer(short ? 'crm.record.sidebar' : 'crm.record.tab')
  Object.assign(renderer.mocks.context.user, { locale: 'en-us', language: 'en', ...user })
  Object.assign(renderer.mocks.context.portal, { timezone: 'America/New_York' })
  renderer.mocks.useCrmProperties.willCall(() => ({
    properties,
    error: null,
    isLoading: false,
    isRefetching: false,
    refetch: async () => undefined,
    ...answer,
  }))
  renderer.render(createElement(LeadScoreCard, { short, now: () => NOW }))
  return { ...renderer, shown: renderer.getRootNode().toString() }
}
interface ShowOptions {
  readonly short?: boolean
  readonly answer?: Partial<Answer>
  readonly user?: Readonly<Record<string, string>>
}

describe('the card on a contact', () => {
  it('says that it is reading while it is', () => {
    const card = show({}, { answer: { isLoading: true } })

    expect(card.maybeFind(LoadingSpinner)).not.toBeNull()
    expect(card.maybeFind(ScoreCircle)).toBeNull()
  })

  it('offers to try again when the properties cannot be read, and shows nothing of the error', () => {
    let asked = 0
    const refetch = async () => void (asked += 1)
    const card = show({}, { answer: { error: new Error('jane@example.org'), refetch } })

    card.find(Button).trigger('onClick')

    expect(asked).toBe(1)
    expect(card.shown).not.toContain('jane@example.org')
  })

  it('says that there is no score yet, and shows no zero in its place', () => {
    const card = show(UNSCORED)

    expect(card.shown).toContain('Not scored yet')
    expect(card.maybeFind(ScoreCircle)).toBeNull()
  })

  it('shows score, grade, tier, reasons, next step, channels and note', () => {
    const card = show(SCORED)

    expect(card.find(ScoreCircle).props.score).toBe(82)
    for (const text of [
      'A1',
      'Sales-ready',
      'Health plan',
      'Plans with many members',
      'Asked for a consultation (+25)',
      '+25 Asked for a consultation.',
      '-5 No reply for a week.',
      'Offer a consultation',
      'Phone, Email',
      'WHAT HAPPENED',
      'health-plan@3',
    ]) {
      expect(card.shown).toContain(text)
    }
  })

  it("tells the time to answer by in the portal's time zone and marks one that has passed", () => {
    const early = show(SCORED)
    const late = show({ ...SCORED, leadwell_respond_by: '2026-11-20T11:00:00Z' })

    expect(early.shown).toMatch(/Nov 20, 2026, 8:00\sAM/)
    expect(early.maybeFind(Tag)).toBeNull()
    expect(late.shown).toMatch(/Nov 20, 2026, 6:00\sAM/)
    expect(late.find(Tag).text).toBe('Past due')
  })

  it('survives a locale and a time zone nobody knows', () => {
    const card = show(SCORED, { user: { locale: 'not a locale' } })

    expect(card.shown).toMatch(/Nov 20, 2026, 1:00\sPM UTC/)
  })

  it('lets the rep say whether the handoff was right, without a service of ours', () => {
    const card = show(SCORED)

    expect(card.find(CrmPropertyList).props.properties).toEqual(['leadwell_feedback'])
    expect(card.mocks.runServerlessFunction.called).toBe(false)
  })

  it('is short in the side bar, where feedback cannot be edited, and says where it can', () => {
    const card = show(SCORED, { short: true })

    expect(card.find(ScoreCircle).props.score).toBe(82)
    expect(card.maybeFind(CrmPropertyList)).toBeNull()
    expect(card.shown).toContain('Leadwell feedback')
    expect(card.shown).not.toContain('WHAT HAPPENED')
  })

  it.each([
    ['en', "Follow your organisation's crisis protocol; 988 (call or text) is available."],
    [
      'es-mx',
      'Siga el protocolo de crisis de su organización; el 988 (llamada o mensaje de texto) está disponible.',
    ],
  ])('in crisis shows the protocol and 988, and nothing else (%s)', (language, sentence) => {
    const card = show({ ...SCORED, leadwell_hold: 'crisis' }, { user: { language } })

    expect(card.find(Alert).props.title).toBe(sentence)
    expect(card.getRootNode().childNodes).toHaveLength(1)
    expect(card.find(Alert).childNodes).toHaveLength(0)
  })

  it('of somebody who opted out shows that, no score and no next step', () => {
    const card = show({
      ...UNSCORED,
      leadwell_hold: 'do_not_profile',
      leadwell_next_action: 'none',
      leadwell_channels: 'email',
    })

    expect(card.find(Alert).props.title).toBe('Opted out')
    expect(card.maybeFind(ScoreCircle)).toBeNull()
    expect(card.shown).not.toContain('Next step')
    expect(card.shown).toContain('May be reached by')
  })

  it('of somebody known to the care team routes questions there and asks for no feedback', () => {
    const card = show({ ...SCORED, leadwell_hold: 'existing_patient' })

    expect(card.find(Alert).text).toContain('route questions to them')
    expect(card.shown).not.toContain('Next step')
    expect(card.shown).not.toContain('Answer by')
    expect(card.maybeFind(CrmPropertyList)).toBeNull()
  })

  it('takes a hold it does not know for a hold', () => {
    const card = show({ ...SCORED, leadwell_hold: 'something_new' })

    expect(card.find(Alert).props.title).toBe('On hold')
    expect(card.shown).not.toContain('Next step')
  })

  it('shows a value it does not know as it is and a score out of range at its edge', () => {
    const card = show({
      ...SCORED,
      leadwell_score: '140',
      leadwell_next_action: 'send_letter',
      leadwell_respond_by: 'soon',
    })

    expect(card.find(ScoreCircle).props.score).toBe(100)
    expect(card.shown).toContain('send letter')
    expect(card.shown).not.toContain('Answer by')
  })
})
