import {
  ACTIVITY_CATEGORIES,
  type Activity,
  type ActivityCategory,
  type ActivityKind,
  type FactValue,
} from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { codeFact } from '#src/privacy/safe-record.ts'
import { FEEDBACK_PROPERTY } from '../provisioning/properties.ts'
import { type CrmObject, epochMs } from '../transport/answers.ts'
import { union } from './timeline.ts'

/** Contact properties whose history dates single events; counters alone would give totals without dates. */
export const DATED_PROPERTIES = [
  'hs_email_last_open_date',
  'hs_email_last_click_date',
  'hs_email_last_reply_date',
  'hs_analytics_last_url',
  'recent_conversion_date',
  'recent_conversion_event_name',
  FEEDBACK_PROPERTY,
] as const

/** Opens, clicks, replies, page views, form submissions and what reps said, told by a contact's own properties. */
export function signalsOf(allowList: AllowList, contact: CrmObject): Activity[] {
  const told = { allowList, contact }
  return [
    ...datedBy(told, 'hs_email_last_open_date', 'email-opened'),
    ...datedBy(told, 'hs_email_last_click_date', 'email-clicked'),
    ...datedBy(told, 'hs_email_last_reply_date', 'email-replied'),
    ...pageViews(told),
    ...formSubmissions(told),
    ...feedback(told),
  ]
}

/** A view is stamped where it happened and again where HubSpot noted it. */
const SAME_VIEW_MS = 5 * 60_000
/** A submission writes date and form name one after the other. */
const SAME_SUBMISSION_MS = 60_000

/** Forms by which a person asks to be spoken to. */
const CONSULT_FORMS: ReadonlySet<ActivityCategory> = new Set(['callback', 'admissions'])

interface Version {
  readonly value: FactValue
  /** When HubSpot set it. */
  readonly setAt: number | undefined
}

/** A contact's answer and the list that says how to read it. */
interface Told {
  readonly allowList: AllowList
  readonly contact: CrmObject
}

/** A property whose history we read, and the fact its values are. */
const FACTS = {
  hs_email_last_open_date: 'lastEmailOpenAt',
  hs_email_last_click_date: 'lastEmailClickAt',
  hs_email_last_reply_date: 'lastEmailReplyAt',
  hs_analytics_last_url: 'lastPageCategory',
  hs_analytics_last_timestamp: 'lastPageViewAt',
  recent_conversion_date: 'lastFormAt',
  recent_conversion_event_name: 'lastFormCategory',
  [FEEDBACK_PROPERTY]: 'repFeedback',
} as const
type Telling = keyof typeof FACTS

/** By fact: an owner's list may read a second fact from the same property. */
function code({ allowList }: Told, property: Telling, raw: unknown): FactValue | undefined {
  return codeFact(allowList, 'contact', FACTS[property], { [property]: raw })
}

function current(told: Told, property: Telling): FactValue | undefined {
  return code(told, property, told.contact.properties?.[property])
}

function history(told: Told, property: Telling): Version[] {
  return (told.contact.propertiesWithHistory?.[property] ?? []).flatMap((entry) => {
    const value = code(told, property, entry.value)
    return value === undefined ? [] : [{ value, setAt: epochMs(entry.timestamp) }]
  })
}

function datedBy(told: Told, property: Telling, kind: ActivityKind): Activity[] {
  const values = [...history(told, property).map(({ value }) => value), current(told, property)]
  return [...new Set(values)].flatMap((at) =>
    typeof at === 'number' ? [{ kind, category: 'other', at } as const] : [],
  )
}

function pageViews(told: Told): Activity[] {
  const past = history(told, 'hs_analytics_last_url').flatMap(({ value, setAt }) =>
    setAt === undefined ? [] : [pageView(value, setAt)],
  )
  const category = current(told, 'hs_analytics_last_url')
  const at = current(told, 'hs_analytics_last_timestamp')
  if (category === undefined || typeof at !== 'number') return past
  return union(past, [pageView(category, at)], SAME_VIEW_MS)
}

function pageView(category: FactValue, at: number): Activity {
  return { kind: 'page-viewed', category: categoryOf(category), at }
}

/** Each date is one submission; its form is the one whose name stood when the date was set. */
function formSubmissions(told: Told): Activity[] {
  const names = history(told, 'recent_conversion_event_name')
  const dates = history(told, 'recent_conversion_date')
  const latest = current(told, 'recent_conversion_event_name')
  const latestAt = current(told, 'recent_conversion_date')
  const now = typeof latestAt === 'number' ? [submission(latest, latestAt)] : []
  const dated = dates.flatMap(({ value, setAt }) =>
    typeof value === 'number' && value !== latestAt
      ? [submission(nameAt(names, Math.max(value, setAt ?? value)), value)]
      : [],
  )
  const named = names.flatMap(({ value, setAt }) =>
    setAt === undefined ? [] : [submission(value, setAt)],
  )
  return dates.length > 0 ? [...now, ...dated] : union(now, named, SAME_SUBMISSION_MS)
}

/** Each time a rep set it; when is told by the property's history alone. */
function feedback(told: Told): Activity[] {
  return history(told, FEEDBACK_PROPERTY).flatMap(({ setAt }) =>
    setAt === undefined ? [] : [{ kind: 'feedback-given', category: 'other', at: setAt } as const],
  )
}

function nameAt(names: readonly Version[], at: number): FactValue | undefined {
  return names
    .filter(({ setAt }) => setAt !== undefined && setAt <= at + SAME_SUBMISSION_MS)
    .toSorted((a, b) => (b.setAt ?? 0) - (a.setAt ?? 0))[0]?.value
}

function submission(form: FactValue | undefined, at: number): Activity {
  const category = categoryOf(form)
  return {
    kind: CONSULT_FORMS.has(category) ? 'consult-requested' : 'form-submitted',
    category,
    at,
  }
}

function categoryOf(value: FactValue | undefined): ActivityCategory {
  return ACTIVITY_CATEGORIES.find((category) => category === value) ?? 'other'
}
