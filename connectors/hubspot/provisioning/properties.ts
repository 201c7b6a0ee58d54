import {
  type AccountValues,
  AUDIENCES,
  HOLDS,
  type Intent,
  type IntentValues,
  NEXT_ACTIONS,
  RETIRED_HOLDS,
} from '#src/ports.ts'
import type { RecordType } from '../reading/records.ts'

export interface PropertyOption {
  readonly value: string
  readonly label: string
}

/** A property of ours in HubSpot's terms. */
export interface PropertyDefinition {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly type: 'number' | 'enumeration' | 'string' | 'datetime'
  readonly fieldType: 'number' | 'select' | 'checkbox' | 'text' | 'textarea' | 'date'
  readonly options: readonly PropertyOption[]
}

export const PROPERTY_GROUP = { name: 'leadwell', label: 'Leadwell' } as const

/** What reps write and we read; never written by us. */
export const FEEDBACK_PROPERTY = 'leadwell_feedback'

const GRADES = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3'] as const
const TIERS = ['sales-ready', 'nurture', 'unqualified'] as const
const CHANNELS = ['phone', 'email', 'sms'] as const
const FEEDBACK = ['useful', 'not-useful', 'wrong-audience', 'already-in-touch'] as const

const LABELS: Readonly<Record<string, string>> = {
  sms: 'SMS',
  'another-team': 'For another team',
  'provider-org': 'Provider organization',
}

type Shape = Pick<PropertyDefinition, 'type' | 'fieldType' | 'options'>
const NUMBER: Shape = { type: 'number', fieldType: 'number', options: [] }
const TEXT: Shape = { type: 'string', fieldType: 'text', options: [] }
const LONG_TEXT: Shape = { type: 'string', fieldType: 'textarea', options: [] }
const DATETIME: Shape = { type: 'datetime', fieldType: 'date', options: [] }
const oneOf = (codes: readonly string[]): Shape => ({
  type: 'enumeration',
  fieldType: 'select',
  options: codes.map((code) => ({ value: internalValue(code), label: labelOf(code) })),
})
const anyOf = (codes: readonly string[]): Shape => ({ ...oneOf(codes), fieldType: 'checkbox' })

function define(
  name: string,
  label: string,
  description: string,
  shape: Shape,
): PropertyDefinition {
  return { name, label: `Leadwell ${label}`, description, ...shape }
}

const CONTACT_PROPERTIES = [
  define('leadwell_score', 'score', 'Fit and engagement together, 0 to 100.', NUMBER),
  define('leadwell_fit', 'fit', 'How well the person or organization fits what you offer.', NUMBER),
  define('leadwell_engagement', 'engagement', 'What they did lately; fades with time.', NUMBER),
  define(
    'leadwell_grade',
    'grade',
    'Letter for fit, digit for engagement: A1 is best.',
    oneOf(GRADES),
  ),
  define(
    'leadwell_tier',
    'tier',
    'What to do with the lead: call, nurture or leave.',
    oneOf(TIERS),
  ),
  define(
    'leadwell_hold',
    'hold',
    'Why nobody should act on the score; empty when free.',
    oneOf(HOLDS),
  ),
  define('leadwell_audience', 'audience', 'Who the person is to you.', oneOf(AUDIENCES)),
  define('leadwell_top_reason', 'top reason', 'The line that counts most for the score.', TEXT),
  define(
    'leadwell_handoff_note',
    'handoff note',
    'What happened, what it means, what to do.',
    LONG_TEXT,
  ),
  define('leadwell_next_action', 'next action', 'The next step for the rep.', oneOf(NEXT_ACTIONS)),
  define('leadwell_channels', 'channels', 'How the person may be reached.', anyOf(CHANNELS)),
  define('leadwell_respond_by', 'respond by', 'When the next step is due.', DATETIME),
  define('leadwell_scored_at', 'scored at', 'When the score was computed.', DATETIME),
  define('leadwell_model', 'model', 'Scoring model and version used.', TEXT),
  define('leadwell_segment', 'segment', 'Kind of inquiry, by a name you approved.', TEXT),
  define(FEEDBACK_PROPERTY, 'feedback', 'Set by reps: was the handoff right?', oneOf(FEEDBACK)),
] as const

const COMPANY_PROPERTIES = [
  define('leadwell_account_score', 'account score', 'Score of the organization, 0 to 100.', NUMBER),
  define('leadwell_account_tier', 'account tier', 'Tier of the organization.', oneOf(TIERS)),
  define('leadwell_engaged_contacts', 'engaged contacts', 'People lately engaged.', NUMBER),
] as const

/**
 * Options of ours that are not written any more, by property: records not written since still have them,
 * so they stay, out of sight and under a label that tells nothing. HubSpot wants labels to differ.
 */
export const RETIRED_OPTIONS: Readonly<Record<string, readonly PropertyOption[]>> = {
  leadwell_hold: Object.entries(RETIRED_HOLDS).map(([former, hold]) => ({
    value: internalValue(former),
    label: `${labelOf(hold)} (former)`,
  })),
}

/** Everything we create in a portal, by object type. */
export const PROPERTIES: Readonly<Record<RecordType, readonly PropertyDefinition[]>> = {
  contacts: CONTACT_PROPERTIES,
  companies: COMPANY_PROPERTIES,
}

/**
 * Properties of an intent as HubSpot takes them: all strings, `""` clears, several values joined by
 * `;`, datetimes in epoch milliseconds, enumerations by internal value.
 */
export function renderIntent(values: Intent['values']): Record<string, string> {
  return 'engagedContacts' in values ? renderCompany(values) : renderContact(values)
}

function renderCompany(values: AccountValues): Record<string, string> {
  return {
    leadwell_account_score: textOf(values.accountScore),
    leadwell_account_tier: internalValue(values.accountTier),
    leadwell_engaged_contacts: textOf(values.engagedContacts),
  }
}

function renderContact(values: IntentValues): Record<string, string> {
  return {
    leadwell_score: textOf(values.score),
    leadwell_fit: textOf(values.fit),
    leadwell_engagement: textOf(values.engagement),
    leadwell_grade: textOf(values.grade),
    leadwell_tier: internalValue(textOf(values.tier)),
    leadwell_hold: internalValue(
      textOf(values.hold && (RETIRED_HOLDS[values.hold] ?? values.hold)),
    ),
    leadwell_audience: internalValue(textOf(values.audience)),
    leadwell_top_reason: textOf(values.topReason),
    leadwell_handoff_note: textOf(values.handoffNote),
    leadwell_next_action: internalValue(textOf(values.nextAction)),
    leadwell_channels: values.channels.map(internalValue).join(';'),
    leadwell_respond_by: textOf(values.respondBy),
    leadwell_scored_at: textOf(values.scoredAt),
    leadwell_model: textOf(values.model),
    ...(values.segment !== undefined && { leadwell_segment: textOf(values.segment) }),
  }
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}

function internalValue(code: string): string {
  return code.replaceAll('-', '_')
}

function labelOf(code: string): string {
  const words = code.replaceAll('-', ' ')
  return LABELS[code] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
