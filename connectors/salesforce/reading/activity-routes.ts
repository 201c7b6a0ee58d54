import type { Activity } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import type { Row } from '../querying/query.ts'
import { isFlag, notInSelect, select } from '../querying/soql.ts'
import type { ObjectSchema, OrgSchema } from '../schema/schema.ts'
import type { ActivitySource } from '../schema/sobjects.ts'
import { outcomeFields, type Person, toldByConversion } from './history.ts'
import { recordSchemaOf } from './records.ts'

/** One way from people to what happened with them. */
export interface ActivityRoute {
  /** What its absence is told by. */
  readonly name: string
  readonly source: ActivitySource
  readonly allowList: AllowList
  /** The object that is asked. */
  readonly from: string
  /** Where in its rows the allow-listed fields are. */
  readonly prefix: string
  readonly fields: readonly string[]
  /** What says whom a row is with and what tells rows apart; no field of anybody. */
  readonly columns: readonly string[]
  /** The column that holds a person's id. */
  readonly people: Readonly<Partial<Record<Person, string>>>
  /** The rows hang on the account of these people instead. */
  readonly viaAccount?: true
  readonly where: readonly string[]
  /** Archived rows are shown by queryAll alone, and with them those in the recycle bin. */
  readonly archived?: true
  /** The act a row tells of: the same from two ways counts once. */
  readonly keyColumn: string
  /** The column with the task that says the same in other words. */
  readonly covers?: string
  /** Of a mail to several it is not told who opened it, nor does who wrote it get it. */
  readonly roles?: Readonly<Partial<Record<string, readonly string[]>>>
  /** What a row tells beside its fields. */
  readonly also?: (row: Row, nowMs: number) => readonly Activity[]
  /** Left out where the organisation does not have it. */
  readonly optional?: true
}

/** Every way this organisation and its allow-list offer. */
export function activityRoutes(schema: OrgSchema): readonly ActivityRoute[] {
  return [...taskRoutes(schema), ...eventRoutes(schema), ...otherRoutes(schema)]
}

function taskRoutes(schema: OrgSchema): readonly ActivityRoute[] {
  const task = schema.get('task')
  if (task === undefined) return []
  // An open task says nothing.
  const done = factsOf(task).has('closed') && task.fields.includes('IsClosed')
  const where = [...living(task), ...(done ? [isFlag('IsClosed', true)] : [])]
  return [{ ...base(task, 'task'), name: 'task', people: WHO, where, ...archived(task) }]
}

/** Neither the copies made for invited users nor the row a recurring series is kept in. */
function eventRoutes(schema: OrgSchema): readonly ActivityRoute[] {
  const event = schema.get('event')
  if (event === undefined) return []
  const none = ['IsChild', 'IsRecurrence'].filter((flag) => event.has(flag))
  const where = [...living(event), ...none.map((flag) => isFlag(flag, false))]
  return [{ ...base(event, 'event'), name: 'event', people: WHO, where, ...archived(event) }]
}

const WHO = { lead: 'WhoId', contact: 'WhoId' }
const MEMBER = { lead: 'LeadId', contact: 'ContactId' }

function otherRoutes(schema: OrgSchema): readonly ActivityRoute[] {
  const member = schema.get('campaign-member')
  const email = schema.get('email')
  const deal = schema.get('deal')
  return [
    ...(member === undefined ? [] : [memberRoute(member)]),
    ...(email === undefined || email.fields.length === 0 ? [] : [emailRoute(email)]),
    ...(deal === undefined || deal.fields.length === 0 ? [] : dealRoutes(schema, deal)),
  ]
}

/** A member who did not respond was put on a list, which is no act of theirs. */
function memberRoute(member: ObjectSchema): ActivityRoute {
  const responded = factsOf(member).has('responded') && member.fields.includes('HasResponded')
  const where = responded ? [isFlag('HasResponded', true)] : []
  return { ...base(member, 'campaign-member'), name: 'campaign-member', people: MEMBER, where }
}

function emailRoute(email: ObjectSchema): ActivityRoute {
  return {
    ...base(email, 'email'),
    name: 'email',
    from: 'EmailMessageRelation',
    prefix: 'EmailMessage.',
    columns: ['Id', 'RelationId', 'RelationType', 'EmailMessageId', 'EmailMessage.ActivityId'],
    people: { lead: 'RelationId', contact: 'RelationId' },
    where: [],
    keyColumn: 'EmailMessageId',
    covers: 'EmailMessage.ActivityId',
    roles: {
      FromAddress: ['email-replied'],
      ToAddress: ['email-opened', 'email-bounced'],
    },
    optional: true,
  }
}

const PLAYED = select({ fields: ['OpportunityId'], from: 'OpportunityContactRole' })

/**
 * The roles people play in an opportunity are often left blank: then the one a lead was converted
 * into counts, then those of the person's account that nobody plays a role in.
 */
function dealRoutes(schema: OrgSchema, deal: ObjectSchema): readonly ActivityRoute[] {
  const lead = recordSchemaOf(schema, 'lead')
  const told = lead === undefined ? [] : outcomeFields(lead)
  const common = { ...base(deal, 'deal'), where: [], optional: true } as const
  return [
    {
      ...common,
      name: 'opportunity-contact-role',
      from: 'OpportunityContactRole',
      prefix: 'Opportunity.',
      columns: ['Id', 'OpportunityId', 'ContactId'],
      people: { contact: 'ContactId' },
      keyColumn: 'OpportunityId',
    },
    {
      ...common,
      name: 'converted-opportunity',
      from: 'Lead',
      prefix: 'ConvertedOpportunity.',
      columns: ['Id', 'ConvertedOpportunityId', 'ConvertedContactId', 'ConvertedDate', ...told],
      also: (row, nowMs) => toldByConversion(lead, row, nowMs),
      people: { contact: 'ConvertedContactId' },
      where: [isFlag('IsConverted', true)],
      keyColumn: 'ConvertedOpportunityId',
    },
    {
      ...common,
      name: 'account-opportunity',
      columns: ['Id', 'AccountId'],
      people: { contact: 'AccountId' },
      viaAccount: true,
      where: [notInSelect('Id', PLAYED)],
    },
  ]
}

function base(object: ObjectSchema, source: ActivitySource) {
  const person = source === 'campaign-member' ? ['LeadId', 'ContactId'] : ['WhoId']
  return {
    source,
    allowList: object.allowList,
    from: object.sobject,
    prefix: '',
    fields: object.fields,
    columns: source === 'deal' ? ['Id'] : ['Id', ...person],
    keyColumn: 'Id',
  }
}

function factsOf({ allowList, source }: ObjectSchema): ReadonlySet<string> {
  return new Set((allowList.fields[source] ?? []).map(({ fact }) => fact))
}

function living(object: ObjectSchema): readonly string[] {
  return object.has('IsDeleted') ? [isFlag('IsDeleted', false)] : []
}

/** Only where rows in the recycle bin can be told from the others. */
function archived(object: ObjectSchema): { readonly archived?: true } {
  return object.has('IsDeleted') ? { archived: true } : {}
}
