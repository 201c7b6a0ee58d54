import { fill, LABELS } from 'c/leadwellLabels'
import { api, LightningElement } from 'lwc'

/** The gauge with what it is made of; what is not known is left out, for it would read as a zero. */
export default class LeadwellSummary extends LightningElement {
  @api score
  /** Drawn in grey and without its tier: for reporting, not for acting. */
  @api muted = false

  labels = LABELS

  get points() {
    return Math.min(100, Math.max(0, Math.round(this.score.score)))
  }

  get gaugeText() {
    return fill(LABELS.gaugeText, this.points)
  }

  /** The circle is 100 long, so that points are its length. */
  get arc() {
    return `${this.points} 100`
  }

  get arcClass() {
    return this.muted ? 'arc arc_muted' : 'arc'
  }

  get facts() {
    const { grade, tier, fit, engagement, audience, segment } = this.score
    return [
      { label: LABELS.grade, value: grade },
      { label: LABELS.tier, value: this.muted ? undefined : tier },
      { label: LABELS.fit, value: fit },
      { label: LABELS.engagement, value: engagement },
      { label: LABELS.audience, value: audience },
      { label: LABELS.segment, value: segment },
    ].filter(({ value }) => value !== undefined)
  }
}
