import { LABELS } from 'c/leadwellLabels'
import { getObjectInfo } from 'lightning/uiObjectInfoApi'
import { updateRecord } from 'lightning/uiRecordApi'
import { api, LightningElement, wire } from 'lwc'

const FIELD = 'Leadwell_Feedback__c'
const OPTIONS = [
  { value: 'useful', label: LABELS.feedbackUseful },
  { value: 'not_useful', label: LABELS.feedbackNotUseful },
  { value: 'wrong_audience', label: LABELS.feedbackWrongAudience },
  { value: 'already_in_touch', label: LABELS.feedbackAlreadyInTouch },
]

/** The reader's verdict, saved as the reader; absent for whoever may not edit the field. */
export default class LeadwellFeedback extends LightningElement {
  @api recordId
  @api objectApiName
  @api value

  labels = LABELS
  options = OPTIONS
  isEditable = false
  outcome = ''

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  receive({ data }) {
    this.isEditable = data?.fields[FIELD]?.updateable === true
  }

  async save({ detail }) {
    try {
      await updateRecord({ fields: { Id: this.recordId, [FIELD]: detail.value } })
      this.outcome = LABELS.feedbackSaved
    } catch {
      this.outcome = LABELS.feedbackFailed
    }
  }
}
