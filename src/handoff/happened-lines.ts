import type { Activity, ActivityKind, Facts } from '../ports.ts'
import { ACTIVITY_KINDS } from '../ports.ts'
import type { NoteLine } from './fit-lines.ts'
import { noteDate } from './note-date.ts'
import { ABOUT, ACTIVITY_LINES, FIRST_SEEN, fill, HEADINGS, TOLD_US } from './templates.ts'

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
  readonly text: string
  readonly rank: number
  readonly at: number
  readonly times: number
}

/** At most five dated lines, latest first; the same act told once with its latest date. */
export function happenedLines(
  facts: Facts,
  activities: readonly Activity[],
  now: number,
): readonly NoteLine[] {
  const told = toldUs(facts)
  const room = told === undefined ? MOST_LINES : MOST_LINES - 1
  const chosen = happenings(activities.filter(({ at }) => at <= now))
    .sort((a, b) => a.rank - b.rank || b.at - a.at || (a.text < b.text ? -1 : 1))
    .slice(0, room)
    .map((happening, importance) => ({ ...happening, importance }))
    .sort((a, b) => b.at - a.at || a.rank - b.rank)
  const lines = chosen.map((happening) => line(sentence(happening), 60 - happening.importance * 5))
  return told === undefined ? lines : [line(told, 65), ...lines]
}

function happenings(activities: readonly Activity[]): Happening[] {
  const byText = Map.groupBy(activities, describe)
  return [...byText].map(([text, same]) => ({
    text,
    rank: Math.min(...same.map(({ kind }) => RANK.get(kind) ?? RANK.size)),
    at: same.reduce((latest, { at }) => Math.max(latest, at), 0),
    times: same.length,
  }))
}

function describe({ kind, category }: Activity): string {
  return fill(ACTIVITY_LINES[kind], { about: ABOUT[category] })
}

function sentence({ at, text, times }: Happening): string {
  return times === 1
    ? `${noteDate(at)}: ${text}.`
    : `${noteDate(at)}: ${text} (${times} times, latest date shown).`
}

/** The person's own answers in one line, dated by when the record began if that is known. */
function toldUs(facts: Facts): string | undefined {
  const answers = Object.entries(TOLD_US).flatMap(([fact, phrases]) => {
    const code = facts[fact]
    const phrase =
      typeof code === 'string' && Object.hasOwn(phrases, code) ? phrases[code] : undefined
    return phrase === undefined ? [] : [phrase]
  })
  const since = facts['createdAt']
  const date = typeof since === 'number' ? noteDate(since) : undefined
  if (answers.length === 0) return date === undefined ? undefined : `${date}: ${FIRST_SEEN}.`
  const text = answers.join('; ')
  return date === undefined ? `Told us: ${text}.` : `${date}: ${FIRST_SEEN}; ${text}.`
}

function line(text: string, weight: number): NoteLine {
  return { section: HEADINGS.happened, text, weight }
}
