import type { SeedActivity, SeedPerson } from '#sandbox/seed/population.ts'
import { toDate, toDateTime } from '../row.ts'
import type { Campaigns } from './seed-campaigns.ts'
import type { Who } from './seed-person.ts'
import type { Seed } from './seeder.ts'

type Call = Extract<SeedActivity, { kind: 'call' }>
type Meeting = Extract<SeedActivity, { kind: 'meeting' }>

const MEETING: Readonly<Record<Meeting['type'], string>> = {
  demo: 'Demo',
  consult: 'Consult',
  intake: 'Intake',
  meeting: 'Meeting',
}

/** Files what happened with a person. Page views and mail opens are not kept in Salesforce. */
export function seedActivity(
  deps: { readonly seed: Seed; readonly campaigns: Campaigns },
  person: SeedPerson,
  who: Who,
  activity: SeedActivity,
): void {
  const { seed, campaigns } = deps
  switch (activity.kind) {
    case 'call':
      call(seed, who, activity)
      break
    case 'email-sent':
      task(seed, who, activity.at, {
        TaskSubtype: 'Email',
        Subject: activity.subject,
        Description: activity.body,
      })
      break
    case 'message':
      task(seed, who, activity.at, { Subject: 'Text message', Description: activity.body })
      break
    case 'task':
      task(seed, who, activity.at, {
        Subject: activity.title,
        Status: activity.done ? 'Completed' : 'Not Started',
      })
      break
    case 'email-replied':
      reply(seed, person, who, activity.at)
      break
    case 'meeting':
      meeting(seed, who, activity)
      break
    case 'webinar':
      campaigns.webinar(activity.at, {
        who,
        createdAt: activity.registeredAt,
        status: activity.attended ? 'Attended' : 'Registered',
        respondedAt: activity.attended ? activity.at : undefined,
      })
      break
    case 'form-submitted':
      campaigns.form(activity.form, {
        who,
        createdAt: activity.at,
        status: 'Responded',
        respondedAt: activity.at,
      })
      break
    case 'page-viewed':
    case 'email-opened':
    case 'email-clicked':
    case 'note':
      break
  }
}

function task(
  seed: Seed,
  who: Who,
  at: number,
  fields: Readonly<Record<string, string | number>>,
): string {
  return seed('Task', at, {
    WhoId: who.id,
    ActivityDate: toDate(at),
    Status: 'Completed',
    CompletedDateTime: toDateTime(at),
    ...fields,
  })
}

function call(seed: Seed, who: Who, { at, connected, inbound, note }: Call): void {
  task(seed, who, at, {
    TaskSubtype: 'Call',
    Subject: 'Call',
    CallType: inbound ? 'Inbound' : 'Outbound',
    CallDisposition: connected ? 'Connected' : 'No answer',
    CallDurationInSeconds: connected ? 240 : 0,
    Description: note,
  })
}

/** Salesforce Help, "Enhanced Email": a mail that came in is an EmailMessage with a Task of its own. */
function reply(seed: Seed, person: SeedPerson, who: Who, at: number): void {
  const subject = 'Re: your message'
  const activityId = task(seed, who, at, {
    TaskSubtype: 'Email',
    CallType: 'Inbound',
    Subject: subject,
  })
  const messageId = seed('EmailMessage', at, {
    ActivityId: activityId,
    Incoming: true,
    Status: '1',
    MessageDate: toDateTime(at),
    FromAddress: person.email,
    ToAddress: 'care@harbor-example-care.example',
    Subject: subject,
    TextBody: person.message ?? 'Thank you, please call me.',
  })
  seed('EmailMessageRelation', at, {
    EmailMessageId: messageId,
    RelationId: who.id,
    RelationType: 'FromAddress',
    RelationAddress: person.email,
  })
}

/** Events have no outcome: a canceled one is deleted, and a no-show looks like any other. */
function meeting(seed: Seed, who: Who, { at, bookedAt, type, outcome, title }: Meeting): void {
  seed('Event', bookedAt, {
    WhoId: who.id,
    Subject: title,
    Type: MEETING[type],
    StartDateTime: toDateTime(at),
    DurationInMinutes: 30,
    GroupEventType: '0',
    IsDeleted: outcome === 'canceled',
  })
}
