import { askedForEmail, askedForText, awaitsText } from '../consent/asked-for-contact.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Facts, NextAction, NoteLanguage } from '../ports.ts'
import { fill } from './fill.ts'
import { noteDate, withinWords } from './note-date.ts'
import type { NoteTexts } from './texts/note-texts.ts'

interface Action {
  readonly nextAction: NextAction
  readonly consent: Pick<ConsentDecision, 'channels' | 'withCare'>
  readonly facts: Facts
  /** When we were last in touch, where nothing waits for an answer since; epoch ms. */
  readonly answeredAt?: number | undefined
  readonly language: NoteLanguage
  readonly timeZone?: string | undefined
}

/** What to do, in words that agree with how the person asked to be answered and with what takes care. */
export function actionLine(
  action: Action,
  withinMinutes: number | undefined,
  texts: NoteTexts,
): string {
  const { nextAction, answeredAt, language, timeZone } = action
  if (answeredAt !== undefined) {
    const date = noteDate(answeredAt, language, timeZone)
    const { actions, answers } = texts
    const template = nextAction === 'nurture' ? answers.inTouch : actions[nextAction]
    return fill(template, { date, within: '' })
  }
  const within = withinMinutes === undefined ? '' : ` ${withinWords(withinMinutes, language)}`
  return fill(templateFor(action, texts), { within })
}

function templateFor(
  { nextAction, consent, facts }: Action,
  { actions, answers }: NoteTexts,
): string {
  if (nextAction === 'nurture' && awaitsText(facts, consent.channels)) return answers.byText
  if (nextAction !== 'call') return actions[nextAction]
  if (askedForEmail(facts) || askedForText(facts)) return answers.insteadOfWriting
  return consent.withCare.includes('phone') ? answers.callWithCare : actions.call
}
