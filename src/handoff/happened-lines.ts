import type { Activity, ActivityKind, Facts, NoteLanguage } from '../ports.ts'
import { ACTIVITY_KINDS } from '../ports.ts'
import { fill } from './fill.ts'
import type { NoteLine } from './fit-lines.ts'
import { noteDate, noteNumber } from './note-date.ts'
import type { HappenedTexts } from './texts/note-texts.ts'
import { TEXTS_IN } from './texts/texts-in.ts'

const MOST_LINES = 5

/** What a rep is told first when there is room for five lines; the rest follows in storage order. */
const TELLING: readonly ActivityKind[] = [
  'consult-requested',
  'consult-booked',
  'demo-attended',
  'demo-booked',
  'meeting-attended',
  'meeting-booked',
  'call-connected',
  'message-received',
  'email-replied',
  'form-submitted',
  'unsubscribed',
  'webinar-attended',
  'meeting-missed',
  'page-viewed',
]
const RANK = new Map(
  [...new Set([...TELLING, ...ACTIVITY_KINDS])].map((kind, rank) => [kind, rank]),
)

interface Happening {
  readonly what: string
  readonly rank: number
  readonly at: number
  readonly times: number
}

interface Happened {
  readonly facts: Facts
  readonly activities: readonly Activity[]
  /** Epoch ms. */
  readonly now: number
  readonly language: NoteLanguage
  readonly timeZone?: string | undefined
}

/**
 * What the person told us, then at most five dated lines, latest first; the same act told once with its
 * latest date. Answers have no date: the record does not say when they were given.
 */
export function happenedLines(happened: Happened): readonly NoteLine[] {
  const { facts, activities, now, language } = happened
  const texts = TEXTS_IN[language].happened
  const told = toldUs(facts, texts)
  const first = firstSeen(happened, texts)
  const room = first === undefined ? MOST_LINES : MOST_LINES - 1
  const past = activities.filter(({ at }) => at <= now)
  const chosen = happenings(past, texts)
    .sort((a, b) => a.rank - b.rank || b.at - a.at || (a.what < b.what ? -1 : 1))
    .slice(0, room)
    .map((happening, importance) => ({ ...happening, importance }))
    .sort((a, b) => b.at - a.at || a.rank - b.rank)
  const line = (text: string, weight: number): NoteLine => ({ section: 'happened', text, weight })
  const lines = chosen.map((happening) =>
    line(sentence(happening, texts, happened), 60 - happening.importance * 5),
  )
  return [
    ...(told === undefined ? [] : [line(told, 65)]),
    ...lines,
    ...(first === undefined ? [] : [line(first, 35)]),
  ]
}

function happenings(activities: readonly Activity[], texts: HappenedTexts): Happening[] {
  const alike = Map.groupBy(activities, ({ kind, category }) =>
    fill(texts.activities[kind], { about: texts.about[category] }),
  )
  return [...alike].map(([what, same]) => ({
    what,
    rank: Math.min(...same.map(({ kind }) => RANK.get(kind) ?? RANK.size)),
    at: same.reduce((latest, { at }) => Math.max(latest, at), 0),
    times: same.length,
  }))
}

function sentence(
  { at, what, times }: Happening,
  { once, often }: HappenedTexts,
  { language, timeZone }: Happened,
): string {
  const date = noteDate(at, language, timeZone)
  const values = { date, what, times: noteNumber(times, language) }
  return fill(times === 1 ? once : often, values)
}

/** The person's own answers in one line. */
function toldUs(facts: Facts, texts: HappenedTexts): string | undefined {
  const answers = Object.entries(texts.toldUs)
    .flatMap(([fact, phrases]) => phraseOf(facts[fact], phrases) ?? [])
    .join('; ')
  return answers === '' ? undefined : fill(texts.answers, { answers })
}

/** When the CRM came to know them, which may be long before they answered anything. */
function firstSeen(
  { facts, language, timeZone }: Happened,
  { once, firstSeen: what }: HappenedTexts,
): string | undefined {
  const since = facts['createdAt']
  if (typeof since !== 'number') return undefined
  return fill(once, { date: noteDate(since, language, timeZone), what })
}

function phraseOf(
  code: Facts[string] | undefined,
  phrases: Readonly<Record<string, string>>,
): string | undefined {
  return typeof code === 'string' && Object.hasOwn(phrases, code) ? phrases[code] : undefined
}
