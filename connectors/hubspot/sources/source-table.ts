/** One place a portal's signals come from: what it takes to read it and what is missing without it. */
export interface SourceEntry {
  /** Ends "tells of …". */
  readonly tells: string
  readonly scopes: readonly string[]
  /** Told by the contacts as well, later or less exactly: no reason to warn where it is missing. */
  readonly extra?: true
  /** What the portal has to be subscribed to. */
  readonly tier: 'any' | 'marketing-enterprise' | 'enterprise'
  /** Calls for a backfill and for a poll that finds nothing, in words. */
  readonly backfillCalls: string
  readonly pollCalls: string
  /** Ends a notice: what we do without it. */
  readonly without: string
}

const CONTACTS = 'crm.objects.contacts.read'
const OBJECT_BACKFILL = 'one for 100 objects; which they are comes with the contacts'
const OBJECT_POLL = 'one search'

const activity = (tells: string, more: readonly string[] = []): SourceEntry => ({
  tells,
  scopes: [CONTACTS, ...more],
  tier: 'any',
  backfillCalls: OBJECT_BACKFILL,
  pollCalls: OBJECT_POLL,
  without: 'people are scored without it',
})

/** Every source; an allow-list decides what of it may enter. */
export const SOURCE_TABLE = {
  contacts: {
    tells: 'people, their consent, email and page signals, forms and rep feedback',
    scopes: [CONTACTS],
    tier: 'any',
    backfillCalls: 'one for 50 contacts, histories included',
    pollCalls: 'one search',
    without: 'nothing works',
  },
  companies: {
    tells: 'organisations and who belongs to them',
    scopes: ['crm.objects.companies.read'],
    tier: 'any',
    backfillCalls: 'one for 100 companies',
    pollCalls: 'one search',
    without: 'people are scored without their organisation',
  },
  calls: activity('calls'),
  emails: activity('logged emails', ['sales-email-read']),
  meetings: activity('meetings'),
  communications: activity('text and chat messages'),
  deals: {
    ...activity('deals opened, won and lost', ['crm.objects.deals.read']),
    without: 'scores cannot be measured against outcomes',
  },
  'form-submissions': {
    extra: true,
    tells: 'who sent a form, minutes before the contact says so',
    scopes: ['forms'],
    tier: 'any',
    backfillCalls: 'none: the contacts tell the same',
    pollCalls: 'every five minutes one, and one for each of 20 forms in turn',
    without: 'forms are told by the contacts alone',
  },
  'marketing-events': {
    extra: true,
    tells: 'who registered for and attended webinars and other events',
    scopes: ['crm.objects.marketing_events.read'],
    tier: 'any',
    backfillCalls: 'one for 100 events, and for each event one for 100 participants',
    pollCalls: 'every 15 minutes one, and those of events of the last two weeks',
    without: 'attendance counts only where it is logged as a meeting',
  },
  'event-occurrences': {
    extra: true,
    tells: 'who visited a page, minutes before the contact says so',
    scopes: ['oauth'],
    tier: 'enterprise',
    backfillCalls: 'none: the contacts tell the same',
    pollCalls: 'one for 100 visits, at least one',
    without: 'page views are told by the contacts alone',
  },
  'subscription-statuses': {
    extra: true,
    tells: 'from which kinds of email people have unsubscribed',
    scopes: ['communication_preferences.statuses.batch.read'],
    tier: 'marketing-enterprise',
    backfillCalls: 'one for 100 contacts with an email address',
    pollCalls: 'one for 100 changed contacts',
    without: "only HubSpot's opt-out from all email is known",
  },
} as const satisfies Readonly<Record<string, SourceEntry>>
export type SourceName = keyof typeof SOURCE_TABLE

const TIERS: Readonly<Record<SourceEntry['tier'], string | undefined>> = {
  any: undefined,
  enterprise: 'an Enterprise subscription of any hub',
  'marketing-enterprise': 'Marketing Hub Enterprise',
}

/** What somebody has to see to so that a source can be read, as one sentence. */
export function needsOf(name: SourceName): string {
  const { scopes, tier, tells, without }: SourceEntry = SOURCE_TABLE[name]
  const needed = [
    `the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(' and ')}`,
    TIERS[tier],
  ]
  const list = needed.filter((one) => one !== undefined).join(' and ')
  return `To read ${tells}: ${list}. Until then ${without}.`
}
