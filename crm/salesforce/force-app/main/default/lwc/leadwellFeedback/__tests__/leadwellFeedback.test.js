import LeadwellFeedback from 'c/leadwellFeedback'
import { getObjectInfo } from 'lightning/uiObjectInfoApi'
import { updateRecord } from 'lightning/uiRecordApi'
import { createElement } from 'lwc'

const settled = () => new Promise((done) => setTimeout(done, 0))

async function show(info) {
  const element = createElement('c-leadwell-feedback', { is: LeadwellFeedback })
  Object.assign(element, { recordId: '003AAA', objectApiName: 'Contact', value: 'useful' })
  document.body.append(element)
  getObjectInfo.emit(info)
  await settled()
  return element.shadowRoot
}
const updateable = (flag) => ({ fields: { Leadwell_Feedback__c: { updateable: flag } } })

async function choose(root, value) {
  const choice = root.querySelector('lightning-radio-group')
  choice.dispatchEvent(new CustomEvent('change', { detail: { value } }))
  await settled()
}

afterEach(() => {
  document.body.replaceChildren()
  jest.clearAllMocks()
})

describe('the question after a handoff', () => {
  it('offers the verdicts of the field under a name a screen reader reads', async () => {
    const root = await show(updateable(true))

    const choice = root.querySelector('lightning-radio-group')
    expect(choice.label).toBe('Was this handoff right?')
    expect(choice.value).toBe('useful')
    expect(choice.options.map(({ value }) => value)).toEqual([
      'useful',
      'not_useful',
      'wrong_audience',
      'already_in_touch',
    ])
  })

  it('saves the verdict on the record, says so, and writes nothing else', async () => {
    updateRecord.mockResolvedValue({})
    const root = await show(updateable(true))

    await choose(root, 'not_useful')

    expect(updateRecord.mock.calls).toEqual([
      [{ fields: { Id: '003AAA', Leadwell_Feedback__c: 'not_useful' } }],
    ])
    expect(root.querySelector('[role="status"]').textContent).toBe('Saved. Thank you.')
  })

  it('says when it could not be saved, without the words of the error', async () => {
    updateRecord.mockRejectedValue({ body: { message: 'jane@example.org' } })
    const root = await show(updateable(true))

    await choose(root, 'useful')

    expect(root.querySelector('[role="status"]').textContent).toContain('could not be saved')
    expect(root.textContent).not.toContain('jane@example.org')
  })

  it.each([
    ['may only read it', updateable(false)],
    ['may not see it', { fields: {} }],
  ])('is absent for whoever %s', async (_, info) => {
    const root = await show(info)

    expect(root.querySelector('lightning-radio-group')).toBeNull()
  })
})
