import {
  ACTIVITY_CATEGORIES,
  type Activity,
  type ActivityCategory,
  type ActivityKind,
  type FactValue,
} from '#src/ports.ts'
import { allowListFor } from '#src/privacy/allow-list.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import { type CrmObject, epochMs } from './answers.ts'
import { union } from './timeline.ts'

/** Contact properties whose history dates single events; counters alone would give totals without dates. */
export const DATED_PROPERTIES = [
  'hs_email_last_open_date',
  'hs_email_last_click_date',
  'hs_email_last_reply_date',
  'hs_analytics_last_url',
  'recent_conversion_date',
  'recent_conversion_event_name',
] as const

/** Opens, clicks, replies, page views and form submissions told by a contact's own properties. */
export function signalsOf(contact: CrmObject): Activity[] {
  return [
    ...datedBy(contact, 'hs_email_last_open_date', 'email-opened'),
    ...datedBy(contact, 'hs_email_last_click_date', 'email-clicked'),
    ...datedBy(contact, 'hs_email_last_reply_date', 'email-replied'),
    ...pageViews(contact),
    ...formSubmissions(contact),
  ]
}

const ALLOW_LIST = allowListFor('hubspot')

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

function code(property: string, raw: unknown): FactValue | undefined {
  return Object.values(codeFields(ALLOW_LIST, 'contact', { [property]: raw }))[0]
}

function current(contact: CrmObject, property: string): FactValue | undefined {
  return code(property, contact.properties?.[property])
}

function history(contact: CrmObject, property: string): Version[] {
  return (contact.propertiesWithHistory?.[property] ?? []).flatMap((entry) => {
    const value = code(property, entry.value)
    return value === undefined ? [] : [{ value, setAt: epochMs(entry.timestamp) }]
  })
}

function datedBy(contact: CrmObject, property: string, kind: ActivityKind): Activity[] {
  const values = [
    ...history(contact, property).map(({ value }) => value),
    current(contact, property),
  ]
  return [...new Set(values)].flatMap((at) =>
    typeof at === 'number' ? [{ kind, category: 'other', at } as const] : [],
  )
}

function pageViews(contact: CrmObject): Activity[] {
  const past = history(contact, 'hs_analytics_last_url').flatMap(({ value, setAt }) =>
    setAt === undefined ? [] : [pageView(value, setAt)],
  )
  const category = current(contact, 'hs_analytics_last_url')
  const at = current(contact, 'hs_analytics_last_timestamp')
  if (category === undefined || typeof at !== 'number') return past
  return union(past, [pageView(category, at)], SAME_VIEW_MS)
}

function pageView(category: FactValue, at: number): Activity {
  return { kind: 'page-viewed', category: categoryOf(category), at }
}

/** Each date is one submission; its form is the one whose name stood when the date was set. */
function formSubmissions(contact: CrmObject): Activity[] {
  const names = history(contact, 'recent_conversion_event_name')
  const dates = history(contact, 'recent_conversion_date')
  const latest = current(contact, 'recent_conversion_event_name')
  const latestAt = current(contact, 'recent_conversion_date')
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
