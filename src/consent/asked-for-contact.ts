import type { Activity, Channel, Facts } from '../ports.ts'
import { holdsAny } from './fact-questions.ts'

const asked =
  (...ways: readonly string[]) =>
  (facts: Facts): boolean =>
    holdsAny(facts, 'requestedContact', ways)

export const askedForAnswer = asked('call-today', 'call', 'email', 'text')
export const askedForCall = asked('call-today', 'call')
export const askedForEmail = asked('email')
export const askedForText = asked('text')

/** Whether a text message is what they asked for, and may be sent. */
export function awaitsText(facts: Facts, channels: readonly Channel[]): boolean {
  return channels.includes('sms') && askedForText(facts)
}

/** Holds as long as the answer stands: when a "not now" was given nobody knows, so none of them lapses. */
export const askedForNoContact = asked('none')

/** Whether they did what ends in talking with us: asked for a consultation, booked one, or sent the callback form. */
export function soughtConversation(activities: readonly Activity[]): boolean {
  for (const { kind, category } of activities) {
    if (kind === 'consult-requested' || kind === 'consult-booked') return true
    if (kind === 'form-submitted' && category === 'callback') return true
  }
  return false
}
