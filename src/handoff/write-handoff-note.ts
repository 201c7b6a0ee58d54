import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Activity, Audience, Channel, Facts, NextAction, Tier } from '../ports.ts'
import type { Reason, Score, TierAdvice } from '../scoring/score.ts'
import type { NoteLine } from './fit-lines.ts'
import { fitLines } from './fit-lines.ts'
import { happenedLines } from './happened-lines.ts'
import { withinWords } from './note-date.ts'
import {
  ACTION_LINES,
  ALLOWED_CHANNELS,
  ASK_LINE,
  CHANNEL_NAMES,
  CLOSED_BECAUSE,
  CRISIS_NOTE,
  fill,
  HEADINGS,
  HOLD_LINES,
  NO_CHANNELS,
  QUESTIONS,
  SAY_LINES,
  SCORE_LINE,
  THEME,
} from './templates.ts'

/** What was found out by scoring; absent when the record may not be scored. */
interface Scored {
  readonly score: Score
  /** The tier shown, which a hold may have lowered. */
  readonly tier: Tier
  readonly advice: TierAdvice
  readonly audience: Audience
}

export interface HandoffInput {
  readonly scored: Scored | undefined
  readonly consent: ConsentDecision
  /** The action left after consent had its say. */
  readonly nextAction: NextAction
  readonly facts: Facts
  readonly activities: readonly Activity[]
  /** Epoch ms. */
  readonly now: number
}

/** The longest note in UTF-16 units. */
export const NOTE_LIMIT = 1_200

const MOST_REASONS = 4
const MOST_QUESTIONS = 3

/**
 * What a rep reads, from coded facts and fixed words only. It says nothing relative to today, so the
 * text stays the same until the facts or the score change. At most `NOTE_LIMIT` long.
 */
export function writeHandoffNote(input: HandoffInput): string {
  const { scored, consent } = input
  if (consent.hold === 'crisis') return CRISIS_NOTE
  if (scored === undefined) return fitLines(nextLines(input), NOTE_LIMIT)
  const lines = [
    ...happenedLines(input.facts, input.activities, input.now),
    ...scoreLines(scored),
    ...nextLines(input),
    ...conversationLines(input, scored),
  ]
  return fitLines(lines, NOTE_LIMIT)
}

function scoreLines({ score, tier, advice }: Scored): readonly NoteLine[] {
  const summary = fill(SCORE_LINE, {
    score: String(score.score),
    fit: String(score.fit),
    engagement: String(score.engagement),
    grade: score.grade,
    tier: advice.label === '' ? tier : lowerFirst(advice.label),
  })
  const reasons = topReasons(score.reasons, MOST_REASONS).map((reason, rank) =>
    line('score', `${signed(reason.points)} ${reason.text.replace(/[.!?]$/, '')}.`, 70 - rank * 10),
  )
  return [line('score', summary, 100), ...reasons]
}

function nextLines({ scored, consent, nextAction }: HandoffInput): readonly NoteLine[] {
  const { hold, channels } = consent
  const held = hold === null || hold === 'crisis' ? [] : [line('next', HOLD_LINES[hold], 98)]
  const minutes = scored?.advice.respondWithinMinutes
  const within = minutes === undefined ? '' : ` ${withinWords(minutes)}`
  const act = hold === null ? [line('next', fill(ACTION_LINES[nextAction], { within }), 95)] : []
  const theme = scored?.advice.theme
  const suggested =
    theme === undefined || nextAction === 'none' ? [] : [line('next', fill(THEME, { theme }), 30)]
  const explained = channels.length > 0 || hold === 'no-consent'
  const closed = explained ? consent.because.flatMap((code) => CLOSED_BECAUSE[code] ?? []) : []
  return [
    ...held,
    ...act,
    ...suggested,
    line('next', channelLine(channels), 94),
    ...closed.map((text) => line('next', text, 80)),
  ]
}

/** Nothing to ask or say when nobody should be reaching out. */
function conversationLines(
  { consent, facts, nextAction }: HandoffInput,
  { audience }: Scored,
): readonly NoteLine[] {
  if (consent.channels.length === 0 || nextAction === 'none') return []
  const questions = QUESTIONS[audience]
    .filter(([fact]) => facts[fact] === undefined || facts[fact] === 'other')
    .slice(0, MOST_QUESTIONS)
    .map(([, ask]) => ask)
  const ask = questions.length === 0 ? [] : [fill(ASK_LINE, { questions: questions.join('; ') })]
  return [
    ...ask.map((text) => line('ask', text, 45)),
    ...SAY_LINES[audience].map((text) => line('say', text, 50)),
  ]
}

/** Rules that counted, by weight of their points; caps and floors are bookkeeping. */
function topReasons(reasons: readonly Reason[], most: number): readonly Reason[] {
  return reasons
    .filter(({ kind, points }) => kind === 'rule' && points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule < b.rule ? -1 : 1))
    .slice(0, most)
}

function channelLine(channels: readonly Channel[]): string {
  if (channels.length === 0) return NO_CHANNELS
  return fill(ALLOWED_CHANNELS, { channels: channels.map((one) => CHANNEL_NAMES[one]).join(', ') })
}

function line(section: keyof typeof HEADINGS, text: string, weight: number): NoteLine {
  return { section: HEADINGS[section], text, weight }
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
