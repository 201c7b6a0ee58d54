import type { SeedActivity, SeedPerson } from './population.ts'
import type { Random, Weighted } from './random.ts'
import {
  CALL_NOTES,
  CARE_FORMS,
  CARE_PAGES,
  CARE_TEXT,
  SUBJECTS,
  WORK_FORMS,
  WORK_PAGES,
  WORK_TEXT,
} from './seed-words.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SITE = 'https://www.harbor-example-care.example'

/** `[least, most]` activities of a person: many barely look, a few are busy. Mean about six. */
const BUSYNESS: Weighted<readonly [number, number]> = [
  [[0, 0], 12],
  [[1, 3], 28],
  [[4, 8], 34],
  [[9, 14], 20],
  [[15, 20], 6],
]

type Kind = SeedActivity['kind']

const CARE_KINDS: Weighted<Kind> = [
  ['page-viewed', 30],
  ['email-opened', 16],
  ['email-clicked', 7],
  ['email-sent', 9],
  ['email-replied', 3],
  ['form-submitted', 9],
  ['call', 11],
  ['message', 5],
  ['meeting', 4],
  ['note', 4],
  ['task', 2],
]

const WORK_KINDS: Weighted<Kind> = [
  ['page-viewed', 26],
  ['email-opened', 18],
  ['email-clicked', 9],
  ['email-sent', 10],
  ['email-replied', 4],
  ['form-submitted', 9],
  ['webinar', 6],
  ['call', 7],
  ['meeting', 6],
  ['note', 3],
  ['task', 2],
]

type MeetingType = Extract<SeedActivity, { kind: 'meeting' }>['type']

const CARE_MEETINGS: Weighted<MeetingType> = [
  ['consult', 2],
  ['intake', 1],
]

const WORK_MEETINGS: Weighted<MeetingType> = [
  ['demo', 2],
  ['meeting', 1],
]

interface Setting {
  readonly random: Random
  readonly audience: SeedPerson['audience']
  /** Nothing happened before; epoch ms. */
  readonly from: number
  readonly baseTime: number
}

/** Oldest first, none before `from`; only a scheduled meeting may lie after the base time. */
export function createActivities(setting: Setting): SeedActivity[] {
  const { random, from, baseTime } = setting
  const [least, most] = random.weighted(BUSYNESS)
  const count = random.int(least, most)
  const recency = random.pick([1, 1, 2, 3])
  const activities: SeedActivity[] = []
  for (let made = 0; made < count; made += 1) {
    const age = random.next() ** recency
    activities.push(createActivity(setting, Math.floor(baseTime - age * (baseTime - from))))
  }
  return activities.sort((a, b) => a.at - b.at)
}

function createActivity(setting: Setting, at: number): SeedActivity {
  const { random } = setting
  const care = setting.audience === 'individual'
  const kind = random.weighted(care ? CARE_KINDS : WORK_KINDS)
  const text = () => random.pick(care ? CARE_TEXT : WORK_TEXT)
  switch (kind) {
    case 'page-viewed':
      return { kind, at, url: SITE + random.weighted(care ? CARE_PAGES : WORK_PAGES) }
    case 'form-submitted':
      return { kind, at, form: random.weighted(care ? CARE_FORMS : WORK_FORMS) }
    case 'email-sent':
      return { kind, at, subject: random.pick(SUBJECTS), body: text() }
    case 'call':
      return {
        kind,
        at,
        connected: random.chance(0.55),
        inbound: random.chance(care ? 0.5 : 0.2),
        note: random.pick(CALL_NOTES),
      }
    case 'meeting':
      return createMeeting(setting, at)
    case 'webinar':
      return {
        kind,
        at,
        registeredAt: Math.max(setting.from, at - random.int(1, 12) * DAY_MS),
        attended: random.chance(0.6),
      }
    case 'message':
      return { kind, at, inbound: random.chance(0.6), body: text() }
    case 'note':
      return { kind, at, body: random.pick(CALL_NOTES) }
    case 'task':
      return { kind, at, title: 'Call back about treatment options', done: random.chance(0.7) }
    case 'email-opened':
    case 'email-clicked':
    case 'email-replied':
      return { kind, at }
  }
}

function createMeeting({ random, audience, from, baseTime }: Setting, at: number): SeedActivity {
  const type = random.weighted(audience === 'individual' ? CARE_MEETINGS : WORK_MEETINGS)
  const title = type === 'intake' ? 'Intake: trauma history' : `Intro ${type}`
  const bookedAt = Math.max(from, at - random.int(2, 96) * HOUR_MS)
  if (random.chance(0.15)) {
    const ahead = baseTime + random.int(4, 14 * 24) * HOUR_MS
    return { kind: 'meeting', at: ahead, bookedAt: at, type, outcome: 'scheduled', title }
  }
  const outcome = random.weighted([
    ['completed', 70],
    ['no_show', 18],
    ['canceled', 12],
  ] as const)
  return { kind: 'meeting', at, bookedAt, type, outcome, title }
}
