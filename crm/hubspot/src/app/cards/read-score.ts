import { LABELS } from './card-texts.ts'
import { type Note, readNote } from './read-note.ts'

/** Property values as the CRM hands them over: strings, empty or null when not set. */
export type Properties = Readonly<Record<string, string | null | undefined>>

/** The score of a contact as far as its properties tell; what cannot be read is left out. */
export interface Score {
  readonly score: number | undefined
  readonly fit: number | undefined
  readonly engagement: number | undefined
  readonly grade: string | undefined
  readonly tier: string | undefined
  readonly audience: string | undefined
  readonly topReason: string | undefined
  readonly note: Note
  readonly nextAction: string | undefined
  readonly channels: readonly string[]
  /** Epoch ms. */
  readonly respondBy: number | undefined
  /** Epoch ms. */
  readonly scoredAt: number | undefined
  readonly model: string | undefined
  readonly segment: string | undefined
}

/** In crisis nothing is read besides the hold, so that nothing else can be shown. */
export type CardState =
  | { readonly kind: 'crisis' }
  | { readonly kind: 'held'; readonly hold: string; readonly score: Score }
  | { readonly kind: 'unscored' }
  | { readonly kind: 'scored'; readonly score: Score }

export function readScore(properties: Properties): CardState {
  const hold = textOf(properties['leadwell_hold'])
  if (hold === 'crisis') return { kind: 'crisis' }
  const score = scoreOf(properties)
  if (hold !== undefined) return { kind: 'held', hold, score }
  return score.score === undefined ? { kind: 'unscored' } : { kind: 'scored', score }
}

function scoreOf(properties: Properties): Score {
  const text = (name: string): string | undefined => textOf(properties[name])
  const label = (name: string): string | undefined => {
    const value = text(name)
    return value === undefined ? undefined : labelOf(name, value)
  }
  return {
    score: numberOf(text('leadwell_score')),
    fit: numberOf(text('leadwell_fit')),
    engagement: numberOf(text('leadwell_engagement')),
    grade: text('leadwell_grade'),
    tier: text('leadwell_tier'),
    audience: label('leadwell_audience'),
    topReason: text('leadwell_top_reason'),
    note: readNote(text('leadwell_handoff_note') ?? ''),
    nextAction: label('leadwell_next_action'),
    channels: (text('leadwell_channels') ?? '')
      .split(';')
      .filter((channel) => channel !== '')
      .map((channel) => labelOf('leadwell_channels', channel)),
    respondBy: instantOf(text('leadwell_respond_by')),
    scoredAt: instantOf(text('leadwell_scored_at')),
    model: text('leadwell_model'),
    segment: text('leadwell_segment'),
  }
}

/** A value newer than this card is shown as it is, in words. */
export function labelOf(property: string, value: string): string {
  return LABELS[property]?.[value] ?? value.replaceAll('_', ' ')
}

function textOf(value: string | null | undefined): string | undefined {
  const text = value?.trim()
  return text === '' ? undefined : text
}

function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Dates come in epoch milliseconds or as ISO 8601, depending on who asks. */
function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const instant = /^\d+$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isFinite(instant) ? instant : undefined
}
