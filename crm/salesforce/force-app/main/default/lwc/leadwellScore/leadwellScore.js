import { fill, HOLDS, LABELS, OTHER_HOLD } from 'c/leadwellLabels'
import { getRecord } from 'lightning/uiRecordApi'
import { api, LightningElement, wire } from 'lwc'
import { FIELD_NAMES } from './fieldNames'
import { readScore } from './readScore'

/** Score, reasons and next step of the person on the page, read from fields and nowhere else. */
export default class LeadwellScore extends LightningElement {
  @api recordId
  @api objectApiName

  labels = LABELS
  state = { kind: 'loading' }

  /** Optional, so that a field hidden from the reader leaves a gap instead of an error. */
  get optionalFields() {
    return this.objectApiName && FIELD_NAMES.map((name) => `${this.objectApiName}.${name}`)
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$optionalFields' })
  receive({ data, error }) {
    if (error) this.state = { kind: 'failed' }
    else if (data) this.state = readScore(data.fields)
  }

  get isLoading() {
    return this.state.kind === 'loading'
  }

  get isCrisis() {
    return this.state.kind === 'crisis'
  }

  /** Of everybody else: what stands above, if anything does. */
  get notice() {
    const { failedTitle, failedBody, hiddenTitle, hiddenBody, unscoredTitle, unscoredBody } = LABELS
    switch (this.state.kind) {
      case 'failed':
        return notice('warning', failedTitle, failedBody)
      case 'hidden':
        return notice('warning', hiddenTitle, hiddenBody)
      case 'unscored':
        return notice('info', unscoredTitle, unscoredBody)
      case 'held': {
        const { title, body, variant } = HOLDS[this.state.hold] ?? OTHER_HOLD
        return notice(variant, title, body)
      }
      default:
        return undefined
    }
  }

  get score() {
    return this.state.score
  }

  get isScored() {
    return this.state.kind === 'scored'
  }

  /** A held score folds away, so that it tempts nobody. */
  get hasHeldScore() {
    return this.state.kind === 'held' && this.score.score !== undefined
  }

  get nextAction() {
    return this.isScored ? this.score.nextAction : undefined
  }

  get respondBy() {
    return this.isScored ? this.score.respondBy : undefined
  }

  get isPastDue() {
    return Date.parse(this.respondBy) < Date.now()
  }

  get channels() {
    return this.score.channels || LABELS.noChannel
  }

  get reasons() {
    return this.score.note.reasons.map((text, key) => ({ key, text }))
  }

  get hasReasons() {
    return this.reasons.length > 0
  }

  get scoredWith() {
    return fill(LABELS.scored, this.score.model ?? 'Leadwell')
  }
}

function notice(variant, title, body) {
  return { title, body, className: `slds-scoped-notification slds-theme_${variant}` }
}
