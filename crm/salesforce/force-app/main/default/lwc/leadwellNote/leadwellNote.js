import { LABELS } from 'c/leadwellLabels'
import { api, LightningElement } from 'lwc'

/** The whole handoff note, folded; nothing when there is none. */
export default class LeadwellNote extends LightningElement {
  @api note

  labels = LABELS

  /** Two lines of a note may be the same, so that places serve as keys. */
  get sections() {
    return this.note.sections.map(({ heading, lines }, key) => ({
      key,
      heading,
      lines: lines.map((text, at) => ({ key: at, text })),
    }))
  }

  get hasSections() {
    return this.sections.length > 0
  }
}
