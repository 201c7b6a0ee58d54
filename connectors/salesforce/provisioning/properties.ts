import {
  type AccountValues,
  AUDIENCES,
  HOLDS,
  type Intent,
  type IntentValues,
  NEXT_ACTIONS,
  RETIRED_HOLDS,
  type RecordObject,
} from '#src/ports.ts'

/** One field of ours in Metadata API terms (Metadata API guide, "CustomField"). */
export interface FieldDefinition {
  readonly name: string
  readonly label: string
  /** Shown beside the field to whoever edits the record. */
  readonly help: string
  readonly type: FieldType
}

export type FieldType =
  | { readonly kind: 'number' }
  | { readonly kind: 'text'; readonly length: number }
  | { readonly kind: 'long-text'; readonly length: number }
  | { readonly kind: 'date-time' }
  | { readonly kind: 'picklist'; readonly values: readonly string[] }
  | { readonly kind: 'multi-picklist'; readonly values: readonly string[] }

const NUMBER: FieldType = { kind: 'number' }
const DATE_TIME: FieldType = { kind: 'date-time' }
const text = (length: number): FieldType => ({ kind: 'text', length })
const picklist = (values: readonly string[]): FieldType => ({
  kind: 'picklist',
  values: values.map(toPicklist),
})
const field = (name: string, label: string, help: string, type: FieldType): FieldDefinition => ({
  name,
  label,
  help,
  type,
})

const TOP_REASON_LENGTH = 255
const NOTE_LENGTH = 2000
const MODEL_LENGTH = 80
const SEGMENT_LENGTH = 80
/** On records of those alone who belong to a segment a person approved, or did. */
export const SEGMENT_FIELD = 'Leadwell_Segment__c'
const TIERS = ['sales-ready', 'nurture', 'unqualified']
const GRADES = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3']
const FEEDBACK = ['useful', 'not_useful', 'wrong_audience', 'already_in_touch']

const PERSON_FIELDS: readonly FieldDefinition[] = [
  field('Leadwell_Score__c', 'Leadwell Score', '0-100: fit and engagement together.', NUMBER),
  field('Leadwell_Fit__c', 'Leadwell Fit', '0-100: how well the inquiry suits us.', NUMBER),
  field('Leadwell_Engagement__c', 'Leadwell Engagement', '0-100, fading over time.', NUMBER),
  field('Leadwell_Grade__c', 'Leadwell Grade', 'Fit A-C, engagement 1-3.', picklist(GRADES)),
  field('Leadwell_Tier__c', 'Leadwell Tier', 'What the score calls for.', picklist(TIERS)),
  field('Leadwell_Hold__c', 'Leadwell Hold', 'Why not to act on the score.', picklist(HOLDS)),
  field('Leadwell_Audience__c', 'Leadwell Audience', 'Who is asking.', picklist(AUDIENCES)),
  field('Leadwell_Top_Reason__c', 'Leadwell Top Reason', 'What counted most.', text(255)),
  field('Leadwell_Handoff_Note__c', 'Leadwell Handoff Note', 'What happened and what to do next.', {
    kind: 'long-text',
    length: NOTE_LENGTH,
  }),
  field(
    'Leadwell_Next_Action__c',
    'Leadwell Next Action',
    'What to do next.',
    picklist(NEXT_ACTIONS),
  ),
  field('Leadwell_Channels__c', 'Leadwell Channels', 'Channels that nothing on record closes.', {
    kind: 'multi-picklist',
    values: ['phone', 'email', 'sms'],
  }),
  field('Leadwell_Respond_By__c', 'Leadwell Respond By', 'When to have answered.', DATE_TIME),
  field('Leadwell_Scored_At__c', 'Leadwell Scored At', 'When the score was made.', DATE_TIME),
  field('Leadwell_Model__c', 'Leadwell Model', 'Model and version behind the score.', text(80)),
  field(SEGMENT_FIELD, 'Leadwell Segment', 'Kind of inquiry, by a name you approved.', text(80)),
  field(
    'Leadwell_Feedback__c',
    'Leadwell Feedback',
    'Your verdict on the score; Leadwell reads it.',
    picklist(FEEDBACK),
  ),
]

const ACCOUNT_FIELDS: readonly FieldDefinition[] = [
  field('Leadwell_Account_Score__c', 'Leadwell Account Score', '0-100.', NUMBER),
  field(
    'Leadwell_Account_Tier__c',
    'Leadwell Account Tier',
    'What the score calls for.',
    picklist(TIERS),
  ),
  field(
    'Leadwell_Engaged_Contacts__c',
    'Leadwell Engaged Contacts',
    'Contacts with recent engagement.',
    NUMBER,
  ),
]

/** The fields Leadwell keeps on an object. */
export const FIELDS: Readonly<Record<RecordObject, readonly FieldDefinition[]>> = {
  company: ACCOUNT_FIELDS,
  lead: PERSON_FIELDS,
  contact: PERSON_FIELDS,
}

/**
 * Values of ours that are not written any more, by field, with what is written in their place: records not
 * written since still have them.
 */
export const RETIRED_VALUES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  Leadwell_Hold__c: new Map(
    Object.entries(RETIRED_HOLDS).map(([former, hold]) => [toPicklist(former), toPicklist(hold)]),
  ),
}

/** A code as a picklist value: API names of values keep to letters, digits and underscores. */
function toPicklist(code: string): string {
  return code.replaceAll('-', '_')
}

/** Field values of one intent, by API name; `null` empties a field. */
export function renderValues(values: Intent['values']): FieldValues {
  return 'engagedContacts' in values ? renderAccount(values) : renderPerson(values)
}

export type FieldValues = Readonly<Record<string, string | number | null>>

function renderAccount(values: AccountValues): FieldValues {
  return {
    Leadwell_Account_Score__c: values.accountScore,
    Leadwell_Account_Tier__c: code(values.accountTier),
    Leadwell_Engaged_Contacts__c: values.engagedContacts,
  }
}

function renderPerson(values: IntentValues): FieldValues {
  return {
    Leadwell_Score__c: values.score,
    Leadwell_Fit__c: values.fit,
    Leadwell_Engagement__c: values.engagement,
    Leadwell_Grade__c: values.grade,
    Leadwell_Tier__c: code(values.tier),
    Leadwell_Hold__c: code(values.hold && (RETIRED_HOLDS[values.hold] ?? values.hold)),
    Leadwell_Audience__c: code(values.audience),
    Leadwell_Top_Reason__c: cut(values.topReason, TOP_REASON_LENGTH),
    Leadwell_Handoff_Note__c: cut(values.handoffNote, NOTE_LENGTH),
    Leadwell_Next_Action__c: code(values.nextAction),
    Leadwell_Channels__c: values.channels.length === 0 ? null : values.channels.join(';'),
    Leadwell_Respond_By__c: dateTime(values.respondBy),
    Leadwell_Scored_At__c: dateTime(values.scoredAt),
    Leadwell_Model__c: cut(values.model, MODEL_LENGTH),
    ...(values.segment !== undefined && { [SEGMENT_FIELD]: cut(values.segment, SEGMENT_LENGTH) }),
  }
}

function code(value: string | null): string | null {
  return value === null ? null : toPicklist(value)
}

/** Salesforce refuses a record over one character too many. */
function cut(value: string | null, length: number): string | null {
  if (value === null || value.length <= length) return value
  return `${value.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function dateTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
