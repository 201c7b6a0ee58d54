import type { Version } from '#sandbox/hubspot/portal/record-table.ts'
import type { SeedActivity, SeedPerson } from '#sandbox/seed/population.ts'

interface Moment {
  readonly at: number
  /** Page address or form name. */
  readonly text: string
}

interface Timeline {
  readonly sourceType: string
  readonly moments: (person: SeedPerson) => readonly Moment[]
  /** The value the property took at the last of these moments. */
  readonly value: (upTo: readonly Moment[], last: Moment) => string
}

const count: Timeline['value'] = (upTo) => String(upTo.length)
const date: Timeline['value'] = (_upTo, { at }) => new Date(at).toISOString()
const text: Timeline['value'] = (_upTo, moment) => moment.text
const distinct: Timeline['value'] = (upTo) =>
  String(new Set(upTo.map((moment) => moment.text)).size)

const opened = { sourceType: 'EMAIL', moments: momentsOf('email-opened') }
const clicked = { sourceType: 'EMAIL', moments: momentsOf('email-clicked') }
const replied = { sourceType: 'EMAIL', moments: marketingReplies }
const viewed = { sourceType: 'ANALYTICS', moments: pageViews }
const converted = { sourceType: 'FORM', moments: conversions }

/** Properties that change with what a person does; their history is the person's timeline. */
const TIMELINES: Readonly<Record<string, Timeline>> = {
  hs_email_open: { ...opened, value: count },
  hs_email_last_open_date: { ...opened, value: date },
  hs_email_click: { ...clicked, value: count },
  hs_email_last_click_date: { ...clicked, value: date },
  hs_email_replied: { ...replied, value: count },
  hs_email_last_reply_date: { ...replied, value: date },
  hs_analytics_num_page_views: { ...viewed, value: count },
  hs_analytics_last_timestamp: { ...viewed, value: date },
  hs_analytics_last_url: { ...viewed, value: text },
  num_conversion_events: { ...converted, value: count },
  num_unique_conversion_events: { ...converted, value: distinct },
  recent_conversion_date: { ...converted, value: date },
  recent_conversion_event_name: { ...converted, value: text },
}

export const TIMELINE_PROPERTIES = Object.keys(TIMELINES)

/** Newest first; `undefined` for a property that has no timeline. */
export function timelineVersions(person: SeedPerson, name: string): Version[] | undefined {
  const timeline = TIMELINES[name]
  if (timeline === undefined) return undefined
  const moments = timeline.moments(person)
  const { sourceType } = timeline
  return moments
    .map((moment, index) => ({
      value: timeline.value(moments.slice(0, index + 1), moment),
      at: moment.at,
      sourceType,
      sourceId: undefined,
    }))
    .reverse()
}

/** The value after everything that happened; absent when nothing did. */
export function timelineValue(person: SeedPerson, name: string): string | undefined {
  const timeline = TIMELINES[name]
  const moments = timeline?.moments(person) ?? []
  const last = moments.at(-1)
  return last === undefined ? undefined : timeline?.value(moments, last)
}

function momentsOf(kind: SeedActivity['kind']) {
  return (person: SeedPerson): Moment[] =>
    person.activities.flatMap((activity) =>
      activity.kind === kind ? [{ at: activity.at, text: '' }] : [],
    )
}

function pageViews(person: SeedPerson): Moment[] {
  return person.activities.flatMap((activity) =>
    activity.kind === 'page-viewed' ? [{ at: activity.at, text: activity.url }] : [],
  )
}

/** Form submissions, webinar registrations among them, in order of time. */
export function conversions(person: SeedPerson): Moment[] {
  const moments = person.activities.flatMap((activity) => {
    if (activity.kind === 'form-submitted') return [{ at: activity.at, text: activity.form }]
    if (activity.kind === 'webinar') {
      return [{ at: activity.registeredAt, text: 'Webinar registration' }]
    }
    return []
  })
  return moments.sort((a, b) => a.at - b.at)
}

/** Half of the replies answer marketing e-mail and only move counters; the others are logged. */
export function repliesToMarketing({ at }: SeedActivity): boolean {
  return at % 2 === 0
}

function marketingReplies(person: SeedPerson): Moment[] {
  return momentsOf('email-replied')(person).filter(({ at }) => at % 2 === 0)
}
