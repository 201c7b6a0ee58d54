import type { ConsentCode } from '../consent/consent-rules.ts'
import { CHANNEL_RULES, HOLD_RULES } from '../consent/consent-rules.ts'
import { contactHours } from '../consent/contact-hours.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Channel, Facts } from '../ports.ts'
import { fill } from './fill.ts'
import { hoursLine } from './hours-line.ts'
import type { ConsentTexts, NoteTexts } from './texts/note-texts.ts'

const ALL: readonly Channel[] = ['phone', 'email', 'sms']
const RULES = [...HOLD_RULES, ...CHANNEL_RULES]
const HOLD_OF = new Map(HOLD_RULES.map(({ because, hold }) => [because, hold]))

/** What is allowed, what is not and why, what takes care, and the hours for it. */
export function channelLines(
  consent: ConsentDecision,
  facts: Facts,
  texts: NoteTexts,
): readonly string[] {
  const { channels, withCare } = consent
  const state = facts['state']
  const hours = contactHours(typeof state === 'string' ? state : undefined)
  return [
    channels.length === 0
      ? texts.consent.noneAllowed
      : fill(texts.consent.allowed, { channels: named(channels, texts.consent) }),
    ...closedLines(consent, texts.consent),
    ...(withCare.length === 0
      ? []
      : [fill(texts.consent.withCare, { channels: named(withCare, texts.consent) })]),
    hoursLine(hours, channels, texts) ?? [],
  ].flat()
}

/**
 * Of whom even "asked not to be called" would confirm too much; told alike, so that the words do not say
 * which consent is awaited.
 */
const UNCONFIRMED: ReadonlySet<ConsentCode> = new Set([
  'part2-consent-missing',
  'health-data-consent-missing',
])

/** One line for each reason, with the channels it closes. */
function closedLines(consent: ConsentDecision, texts: ConsentTexts): readonly string[] {
  const reasons = ALL.filter((channel) => !consent.channels.includes(channel)).flatMap(
    (channel) => {
      const why = whyClosed(channel, consent, texts)
      return why === undefined ? [] : [{ channel, why }]
    },
  )
  return [...Map.groupBy(reasons, ({ why }) => why)].map(([why, closed]) => {
    const all = closed.length === ALL.length
    const names = named(
      closed.map(({ channel }) => channel),
      texts,
    )
    return fill(texts.closed, { channels: all ? texts.anyChannel : names, why })
  })
}

/** `undefined` where the line of the hold has said it. */
function whyClosed(
  channel: Channel,
  { because, hold }: ConsentDecision,
  texts: ConsentTexts,
): string | undefined {
  const closing = because.filter((code) => closes(code, channel))
  if (closing.some((code) => HOLD_OF.get(code) === hold)) return undefined
  if (because.some((code) => UNCONFIRMED.has(code))) return texts.closedUnsaid
  const told: Readonly<Partial<Record<ConsentCode, string>>> = texts.closedBecause
  return closing.map((code) => told[code]).find((why) => why !== undefined)
}

function closes(code: ConsentCode, channel: Channel): boolean {
  return RULES.some((rule) => rule.because === code && rule.closes.includes(channel))
}

function named(channels: readonly Channel[], texts: ConsentTexts): string {
  return channels.map((channel) => texts.channels[channel]).join(', ')
}
