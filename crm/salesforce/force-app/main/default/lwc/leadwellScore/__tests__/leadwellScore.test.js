import LeadwellScore from 'c/leadwellScore'
import { getRecord } from 'lightning/uiRecordApi'
import { createElement } from 'lwc'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const NOTE = [
  'WHAT HAPPENED',
  'Asked for a consultation on 12 Nov 2026.',
  '',
  'WHAT THE SCORE MEANS',
  'Score 82 of 100 (fit 40, engagement 42), grade A1: sales-ready.',
  '+25 Asked for a consultation.',
  '-5 No reply for a week.',
].join('\n')
const SCORED = {
  Leadwell_Score__c: { value: 82 },
  Leadwell_Fit__c: { value: 40 },
  Leadwell_Engagement__c: { value: 42 },
  Leadwell_Grade__c: { value: 'A1', displayValue: 'A1' },
  Leadwell_Tier__c: { value: 'sales_ready', displayValue: 'Sales ready' },
  Leadwell_Hold__c: { value: null, displayValue: null },
  Leadwell_Audience__c: { value: 'health_plan', displayValue: 'Health plan' },
  Leadwell_Top_Reason__c: { value: 'Asked for a consultation' },
  Leadwell_Handoff_Note__c: { value: NOTE },
  Leadwell_Next_Action__c: { value: 'book_consult', displayValue: 'Book consult' },
  Leadwell_Channels__c: { value: 'phone;email', displayValue: 'Phone;Email' },
  Leadwell_Respond_By__c: { value: '2026-11-20T13:00:00.000Z' },
  Leadwell_Scored_At__c: { value: '2026-11-20T11:58:00.000Z' },
  Leadwell_Model__c: { value: 'health-plan@3' },
  Leadwell_Segment__c: { value: 'Plans with many members' },
  Leadwell_Feedback__c: { value: null, displayValue: null },
}
const UNSCORED = Object.fromEntries(Object.keys(SCORED).map((name) => [name, { value: null }]))
const held = (value, more = {}) => ({ ...SCORED, Leadwell_Hold__c: { value }, ...more })

function open(objectApiName = 'Lead') {
  const element = createElement('c-leadwell-score', { is: LeadwellScore })
  Object.assign(element, { recordId: '00Q5g000001AAAAEA4', objectApiName })
  document.body.append(element)
  return element
}

async function show(fields, objectApiName) {
  const element = open(objectApiName)
  getRecord.emit({ fields })
  await Promise.resolve()
  return element
}

const one = (element, selector) => element.shadowRoot.querySelector(selector)
const text = (element) => element.shadowRoot.textContent.replaceAll(/\s+/g, ' ')
const summary = (element) => one(element, 'c-leadwell-summary')

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] })
})
afterEach(() => {
  document.body.replaceChildren()
  jest.useRealTimers()
})

describe('the score of a Lead or Contact', () => {
  it.each(['Lead', 'Contact'])(
    'asks for the fields of a %s as optional ones, so that a hidden one breaks nothing',
    async (objectApiName) => {
      await show(SCORED, objectApiName)

      const { recordId, fields, optionalFields } = getRecord.getLastConfig()
      expect(recordId).toBe('00Q5g000001AAAAEA4')
      expect(fields).toBeUndefined()
      expect(optionalFields).toEqual(Object.keys(SCORED).map((name) => `${objectApiName}.${name}`))
    },
  )

  it('says that it is reading while it is', () => {
    const element = open()

    expect(one(element, 'lightning-spinner').alternativeText).toBe('Reading the Leadwell fields')
    expect(one(element, 'c-leadwell-summary')).toBeNull()
  })

  it('shows score, next step, channels, reasons and note', async () => {
    const element = await show(SCORED)

    expect(summary(element).score).toMatchObject({ score: 82, grade: 'A1', tier: 'Sales ready' })
    expect(summary(element).muted).toBe(false)
    expect(text(element)).toContain('Next stepBook consult')
    expect(one(element, '[data-id="channels"]').textContent).toBe('Phone, Email')
    expect(text(element)).toContain('What counts mostAsked for a consultation')
    const reasons = [...element.shadowRoot.querySelectorAll('[data-id="reasons"] li')]
    expect(reasons.map(({ textContent }) => textContent)).toEqual([
      '+25 Asked for a consultation.',
      '-5 No reply for a week.',
    ])
    expect(one(element, 'c-leadwell-note').note.sections).toHaveLength(2)
    expect(text(element)).toContain('Scored with health-plan@3')
    expect(one(element, '[data-id="notice"]')).toBeNull()
  })

  it('shows by when to answer in the zone of the reader', async () => {
    const element = await show(SCORED)

    const shown = one(element, 'dl lightning-formatted-date-time')
    expect(shown.value).toBe('2026-11-20T13:00:00.000Z')
    expect(one(element, '.slds-badge')).toBeNull()
  })

  it('says in words when that is past', async () => {
    const respondBy = { value: '2026-11-20T11:00:00.000Z' }

    const element = await show({ ...SCORED, Leadwell_Respond_By__c: respondBy })

    expect(one(element, '.slds-badge').textContent).toBe('Past due')
  })

  it('says so where no channel is open', async () => {
    const element = await show({ ...SCORED, Leadwell_Channels__c: { value: null } })

    expect(one(element, '[data-id="channels"]').textContent).toBe('No channel')
  })

  it('says that there is no score yet, and shows no zero in its place', async () => {
    const element = await show(UNSCORED)

    expect(one(element, '[role="status"]').textContent).toContain('Not scored yet')
    expect(summary(element)).toBeNull()
    expect(one(element, 'dl')).toBeNull()
  })

  it('shows what the reader may see when field-level security hides the rest', async () => {
    const { Leadwell_Score__c, Leadwell_Hold__c, Leadwell_Next_Action__c } = SCORED

    const element = await show({ Leadwell_Score__c, Leadwell_Hold__c, Leadwell_Next_Action__c })

    expect(summary(element).score).toMatchObject({ score: 82, grade: undefined })
    expect(text(element)).toContain('Book consult')
  })

  it('shows no score to whoever may not see whether the person is on hold', async () => {
    const { Leadwell_Hold__c, ...rest } = SCORED

    const element = await show(rest)

    expect(Leadwell_Hold__c.value).toBeNull()
    expect(text(element)).toContain('not visible to you')
    expect(text(element)).not.toContain('Book consult')
    expect(summary(element)).toBeNull()
  })

  it('shows nothing of an error when the record cannot be read', async () => {
    const element = open()

    getRecord.error({ message: 'jane@example.org' })
    await Promise.resolve()

    expect(text(element)).toContain('could not be read')
    expect(text(element)).not.toContain('jane@example.org')
  })

  it('shows a value without a label in words', async () => {
    const element = await show({ ...SCORED, Leadwell_Next_Action__c: { value: 'send_letter' } })

    expect(text(element)).toContain('send letter')
  })

  it('asks for a verdict where it shows a score', async () => {
    const element = await show({ ...SCORED, Leadwell_Feedback__c: { value: 'useful' } })

    expect(one(element, 'c-leadwell-feedback')).toMatchObject({
      recordId: '00Q5g000001AAAAEA4',
      objectApiName: 'Lead',
      value: 'useful',
    })
  })
})

describe('on hold', () => {
  it('in crisis shows the protocol and 988, and nothing else', async () => {
    const element = await show(held('crisis'))

    const shown = one(element, 'lightning-card').textContent.trim()
    expect(shown).toBe(
      "Follow your organisation's crisis protocol; 988 (call or text) is available.",
    )
    expect(one(element, '[role="alert"]').textContent).toBe(shown)
    expect(element.shadowRoot.querySelectorAll('c-leadwell-summary, c-leadwell-note')).toHaveLength(
      0,
    )
    expect(one(element, 'c-leadwell-feedback')).toBeNull()
  })

  it.each([
    ['no_consent', 'On hold: no consent to be reached'],
    ['do_not_profile', 'Opted out'],
    ['another_team', 'On hold: for another team'],
    ['consent_awaited', 'On hold: a consent is awaited'],
    ['at_capacity', 'On hold: no opening at present'],
    ['existing_patient', 'Already in contact'],
    ['something_new', 'On hold'],
  ])('%s says so first and calls for nothing', async (hold, title) => {
    const element = await show(held(hold))

    expect(one(element, '[role="status"] h3').textContent).toBe(title)
    expect(text(element)).not.toContain('Next step')
    expect(text(element)).not.toContain('Answer by')
    expect(one(element, '.slds-badge')).toBeNull()
    expect(one(element, 'c-leadwell-feedback')).toBeNull()
  })

  it('folds the score away and mutes it, while the channels stay in sight', async () => {
    const element = await show(held('no_consent'))

    const details = one(element, 'details')
    expect(details.open).toBe(false)
    expect(one(element, 'details > summary').textContent).toBe('Score, for reporting only')
    expect(summary(element).muted).toBe(true)
    expect(details.contains(summary(element))).toBe(true)
    expect(one(element, '[data-id="channels"]').textContent).toBe('Phone, Email')
  })

  it('without a score shows none', async () => {
    const element = await show(held('do_not_profile', { Leadwell_Score__c: { value: null } }))

    expect(summary(element)).toBeNull()
    expect(one(element, 'details')).toBeNull()
  })
})
