import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Activity, Audience, Facts, NextAction, NoteLanguage, Tier } from '../ports.ts'
import type { Score, TierAdvice } from '../scoring/score.ts'
import { actionLine } from './action-line.ts'
import { channelLines } from './channel-lines.ts'
import { holdLine, noticeLines } from './consent-lines.ts'
import { conversationLines, spokenLanguage } from './conversation-lines.ts'
import { fill } from './fill.ts'
import { fitLines, NEVER_DROPPED, type NoteLine, type NoteSection } from './fit-lines.ts'
import { happenedLines } from './happened-lines.ts'
import { reasonLines } from './reason-lines.ts'
import type { NoteTexts } from './texts/note-texts.ts'
import { TEXTS_IN } from './texts/texts-in.ts'

/** What was found out by scoring; absent when the record may not be scored. */
interface Scored {
  readonly score: Score
  /** The tier shown, which a hold may have lowered. */
  readonly tier: Tier
  readonly advice: TierAdvice
  readonly audience: Audience
  /** A text of the model in the language of the note. */
  readonly say: (text: string) => string
}

export interface HandoffInput {
  readonly scored: Scored | undefined
  readonly consent: ConsentDecision
  /** The action left after consent had its say. */
  readonly nextAction: NextAction
  /** When we were last in touch, where a sales-ready person waits for no answer since; epoch ms. */
  readonly answeredAt?: number | undefined
  readonly facts: Facts
  readonly activities: readonly Activity[]
  /** Epoch ms. */
  readonly now: number
  /** What the rep reads; what to say follows the person's own language where that is known. */
  readonly language: NoteLanguage
  /** IANA name of the zone whose days are told; unknown, those of UTC. */
  readonly timeZone?: string | undefined
}

/** The longest note in UTF-16 units. */
export const NOTE_LIMIT = 1_200

/**
 * What a rep reads, from coded facts and fixed words only. It says nothing relative to today, so the
 * text stays the same until the facts or the score change. At most `NOTE_LIMIT` long.
 */
export function writeHandoffNote(input: HandoffInput): string {
  const { scored, consent, language } = input
  const texts = TEXTS_IN[language]
  if (consent.hold === 'crisis') return texts.consent.crisis
  const lines =
    scored === undefined || !consent.mayScore
      ? nextLines({ ...input, scored: undefined }, texts)
      : [
          ...happenedLines(input),
          ...scoreLines(scored, texts),
          ...nextLines(input, texts),
          ...conversationLines({ ...input, audience: scored.audience }),
          ...legalLines('notice', noticeLines(consent, input.facts, language)),
        ]
  return fitLines(lines, headingsFor(input, texts), NOTE_LIMIT)
}

function scoreLines({ score, tier, advice, say }: Scored, texts: NoteTexts): readonly NoteLine[] {
  const summary = fill(texts.score, {
    score: String(score.score),
    fit: String(score.fit),
    engagement: String(score.engagement),
    grade: score.grade,
    tier: advice.label === '' ? tier : lowerFirst(say(advice.label)),
  })
  return [line('score', summary, 100), ...reasonLines(score.reasons, say, texts.rest)]
}

function nextLines(input: HandoffInput, texts: NoteTexts): readonly NoteLine[] {
  const { scored, consent, nextAction, facts, language } = input
  const hold = holdLine(consent, language)
  const minutes = scored?.advice.respondWithinMinutes
  const theme = scored?.advice.theme
  const suggested = theme === undefined || nextAction === 'none' ? undefined : scored?.say(theme)
  return [
    ...legalLines('next', hold === undefined ? [] : [hold]),
    ...(hold === undefined ? [line('next', actionLine(input, minutes, texts), 95)] : []),
    ...(suggested === undefined ? [] : [line('next', fill(texts.theme, { theme: suggested }), 30)]),
    ...legalLines('channels', channelLines(consent, facts, texts)),
  ]
}

/** The heading of what to say tells when it is in another language than the rest. */
function headingsFor({ facts, language }: HandoffInput, { headings, sayIn }: NoteTexts) {
  const spoken = spokenLanguage(facts, language)
  return spoken === language ? headings : { ...headings, say: sayIn[spoken] }
}

function line(section: NoteSection, text: string, weight: number): NoteLine {
  return { section, text, weight }
}

/** Holds, channels and notices: whoever reads the note has to know them. */
function legalLines(section: NoteSection, texts: readonly string[]): readonly NoteLine[] {
  return texts.map((text) => line(section, text, NEVER_DROPPED))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
