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
}

/** At most five dated lines, latest first; the same act told once with its latest date. */
export function happenedLines(happened: Happened): readonly NoteLine[] {
  const { facts, activities, now, language } = happened
  const texts = TEXTS_IN[language].happened
  const told = toldUs(facts, texts, language)
  const room = told === undefined ? MOST_LINES : MOST_LINES - 1
  const past = activities.filter(({ at }) => at <= now)
  const chosen = happenings(past, texts)
    .sort((a, b) => a.rank - b.rank || b.at - a.at || (a.what < b.what ? -1 : 1))
    .slice(0, room)
    .map((happening, importance) => ({ ...happening, importance }))
    .sort((a, b) => b.at - a.at || a.rank - b.rank)
  const line = (text: string, weight: number): NoteLine => ({ section: 'happened', text, weight })
  const lines = chosen.map((happening) =>
    line(sentence(happening, texts, language), 60 - happening.importance * 5),
  )
  return told === undefined ? lines : [line(told, 65), ...lines]
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
  language: NoteLanguage,
): string {
  const values = { date: noteDate(at, language), what, times: noteNumber(times, language) }
  return fill(times === 1 ? once : often, values)
}

/** The person's own answers in one line, dated by when the record began if that is known. */
function toldUs(facts: Facts, texts: HappenedTexts, language: NoteLanguage): string | undefined {
  const answers = Object.entries(texts.toldUs)
    .flatMap(([fact, phrases]) => phraseOf(facts[fact], phrases) ?? [])
    .join('; ')
  const since = facts['createdAt']
  if (typeof since === 'number') {
    const what = answers === '' ? texts.firstSeen : `${texts.firstSeen}; ${answers}`
    return fill(texts.once, { date: noteDate(since, language), what })
  }
  return answers === '' ? undefined : fill(texts.answers, { answers })
}

function phraseOf(
  code: Facts[string] | undefined,
  phrases: Readonly<Record<string, string>>,
): string | undefined {
  return typeof code === 'string' && Object.hasOwn(phrases, code) ? phrases[code] : undefined
}
