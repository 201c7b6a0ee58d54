import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Audience, Facts, NextAction, NoteLanguage } from '../ports.ts'
import { ASKED_FACTS } from './asked-facts.ts'
import { fill } from './fill.ts'
import type { NoteLine } from './fit-lines.ts'
import { TEXTS_IN } from './texts/texts-in.ts'

const MOST_QUESTIONS = 3

interface Conversation {
  readonly audience: Audience
  readonly consent: ConsentDecision
  readonly nextAction: NextAction
  readonly facts: Facts
  readonly language: NoteLanguage
}

/** What to ask in the rep's language, what to say in the person's; nothing when nobody should reach out. */
export function conversationLines(conversation: Conversation): readonly NoteLine[] {
  const { audience, consent, nextAction, facts, language } = conversation
  if (consent.channels.length === 0 || nextAction === 'none') return []
  const questions = questionsFor(audience, facts, language)
  const { ask } = TEXTS_IN[language].conversation
  const asked = questions.length === 0 ? [] : [fill(ask, { questions: questions.join('; ') })]
  const { say } = TEXTS_IN[spokenLanguage(facts, language)].conversation
  return [
    ...asked.map((text): NoteLine => ({ section: 'ask', text, weight: 58 })),
    ...say[audience].map((text): NoteLine => ({ section: 'say', text, weight: 62 })),
  ]
}

/** The language to speak with the person; the rep's own where theirs is not known. */
export function spokenLanguage(facts: Facts, language: NoteLanguage): NoteLanguage {
  const spoken = facts['language']
  return spoken === 'en' || spoken === 'es' ? spoken : language
}

function questionsFor(audience: Audience, facts: Facts, language: NoteLanguage): string[] {
  const words: Readonly<Record<string, string>> =
    TEXTS_IN[language].conversation.questions[audience]
  return ASKED_FACTS[audience]
    .filter((fact) => facts[fact] === undefined || facts[fact] === 'other')
    .slice(0, MOST_QUESTIONS)
    .flatMap((fact) => words[fact] ?? [])
}
