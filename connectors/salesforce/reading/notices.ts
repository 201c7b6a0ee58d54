import type { SourceNotice } from '#src/connector-port.ts'
import type { Querier, QueryOutcome } from '../querying/query.ts'
import { select, since } from '../querying/soql.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { type SalesforceSource, SOBJECTS } from '../schema/sobjects.ts'
import { HISTORIES, trackedFields } from './history.ts'
import type { Reach } from './reach.ts'
import { recordSchemaOf } from './records.ts'

const DAY_MS = 86_400_000
/** A quarter without a single mail is no quiet season. */
const MAIL_DAYS = 90

/** What each source tells of, and what is done without it. */
const TELLS: Readonly<Record<SalesforceSource, readonly [tells: string, without: string]>> = {
  lead: ['leads', 'only contacts are scored'],
  contact: ['contacts', 'only leads are scored'],
  company: ['organisations', 'people are scored without theirs'],
  task: ['calls and logged mails', 'people are scored without them'],
  event: ['meetings', 'people are scored without them'],
  email: ['mails that came in or were opened', 'people are scored without them'],
  'campaign-member': ['answers to campaigns', 'people are scored without them'],
  deal: ['opportunities opened, won and lost', 'scores cannot be measured against outcomes'],
}

interface Probe {
  /** A way to activities, as the reach knows it. */
  readonly name: string
  readonly source: string
  readonly soql: string
  readonly deleted?: boolean
  readonly needs: string
}

/** Asks every source once and tells what cannot be read, and what somebody has to see to. */
export async function sourceNotices(
  { querier, reach, now }: { querier: Querier; reach: Reach; now: () => number },
  schema: OrgSchema,
): Promise<readonly SourceNotice[]> {
  const probes = probesFor(schema)
  const mail = mailProbe(schema, now())
  const outcomes = await querier.outcomes([...probes, ...mail])
  const refused = probes.flatMap(({ name, source, needs }, index): SourceNotice[] => {
    const outcome = outcomes[index]
    if (outcome === undefined || !('refused' in outcome)) return []
    if (name !== RECYCLE_BIN) reach.close(name, outcome.refused)
    return [{ source, code: 'source-refused', needs }]
  })
  return [
    ...absent(schema),
    ...hidden(schema),
    ...refused,
    ...mailNotice(outcomes.slice(probes.length)),
  ]
}

function absent(schema: OrgSchema): readonly SourceNotice[] {
  return Object.entries(TELLS).flatMap(([source, [tells, without]]): SourceNotice[] => {
    const known = Object.keys(SOBJECTS).find((one) => one === source) as SalesforceSource
    if (schema.has(known)) return []
    const needs = `To read ${tells}: read access to ${SOBJECTS[known]} for the user Leadwell connects as. Until then ${without}.`
    return [{ source, code: 'source-absent', needs }]
  })
}

function hidden(schema: OrgSchema): readonly SourceNotice[] {
  return [...schema.values()].flatMap(({ source, sobject, hidden: fields }): SourceNotice[] => {
    if (fields.length === 0) return []
    const needs = `To read what the allow-list names: read access to the fields ${fields.join(', ')} of ${sobject} for the user Leadwell connects as. Until then nothing is known of them.`
    return [{ source, code: 'fields-hidden', needs }]
  })
}

const RECYCLE_BIN = 'recycle-bin'

function probesFor(schema: OrgSchema): readonly Probe[] {
  const one = (from: string): string => select({ fields: ['Id'], from, limit: 1 })
  const access = (object: string, without: string): string =>
    `Read access to ${object} for the user Leadwell connects as. Until then ${without}.`
  const histories = (['lead', 'contact'] as const).flatMap((object): Probe[] => {
    const records = recordSchemaOf(schema, object)
    if (records === undefined || trackedFields(records).length === 0) return []
    const { from } = HISTORIES[object]
    const fields = trackedFields(records).join(', ')
    const needs = `Field history tracking of ${fields} on ${records.sobject}. Until then it is not known when it was filled in.`
    return [{ name: from, source: object, soql: one(from), needs }]
  })
  return [
    ...(schema.has('email')
      ? [
          {
            name: 'email',
            source: 'email',
            soql: one('EmailMessageRelation'),
            needs: access('EmailMessageRelation', 'nobody can tell whom a mail was with'),
          },
        ]
      : []),
    ...(schema.has('deal')
      ? [
          {
            name: 'opportunity-contact-role',
            source: 'deal',
            soql: one('OpportunityContactRole'),
            needs: access('OpportunityContactRole', 'opportunities are told by the account alone'),
          },
        ]
      : []),
    {
      name: RECYCLE_BIN,
      source: 'deleted records',
      soql: one(schema.has('lead') ? 'Lead' : 'Contact'),
      deleted: true,
      needs:
        'The resource queryAll. Until then deleted records and archived activities are not seen.',
    },
    ...histories,
  ]
}

/** Einstein Activity Capture may keep mails where no query finds them (Salesforce Help, "Guidelines for Automated Activity Capture"). */
function mailProbe(schema: OrgSchema, nowMs: number) {
  const mail = schema.get('email')
  if (mail === undefined) return []
  const where = [since('CreatedDate', nowMs - MAIL_DAYS * DAY_MS)]
  return [{ soql: select({ fields: ['Id'], from: mail.sobject, where, limit: 1 }) }]
}

function mailNotice(outcomes: readonly QueryOutcome[]): readonly SourceNotice[] {
  const [outcome] = outcomes
  if (outcome === undefined || 'refused' in outcome || outcome.rows.length > 0) return []
  const needs = `No mail of the last ${MAIL_DAYS} days is a record of this organisation. Where Einstein Activity Capture is in use: "Sync Email as Salesforce Activity", in the setup of that feature. Until then people are scored without their mails.`
  return [{ source: 'email', code: 'no-mail-records', needs }]
}
