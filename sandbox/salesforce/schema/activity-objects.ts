import { checkbox, field, longText, lookup, picklist, readOnly, text } from './field.ts'
import { type ObjectDef, object } from './object.ts'

const REQUIRED = { required: true }
const WHO = lookup('WhoId', ['Contact', 'Lead'])
const WHAT = lookup('WhatId', ['Account', 'Opportunity', 'Campaign'])

const task = (): ObjectDef =>
  object('Task', '00T', [
    WHO,
    WHAT,
    lookup('OwnerId', ['User']),
    lookup('AccountId', ['Account'], { createable: false, updateable: false }),
    text('Subject', 255),
    picklist('Status', ['Not Started', 'In Progress', 'Completed', 'Deferred']),
    picklist('Priority', ['High', 'Normal', 'Low']),
    picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    picklist('TaskSubtype', ['Task', 'Email', 'ListEmail', 'Call', 'Cadence'], {
      updateable: false,
      restricted: true,
    }),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { restricted: true }),
    text('CallDisposition', 255),
    field('CallDurationInSeconds', 'int', { precision: 8 }),
    field('ActivityDate', 'date'),
    longText('Description', 32_000),
    readOnly(checkbox('IsClosed')),
    readOnly(checkbox('IsArchived')),
    readOnly(field('CompletedDateTime', 'datetime')),
  ])

const event = (): ObjectDef =>
  object('Event', '00U', [
    WHO,
    WHAT,
    lookup('OwnerId', ['User']),
    text('Subject', 255),
    picklist('Type', ['Demo', 'Consult', 'Intake', 'Meeting']),
    picklist('EventSubtype', ['Event'], { updateable: false }),
    picklist('GroupEventType', ['0', '1', '2', '3'], { createable: false, updateable: false }),
    field('StartDateTime', 'datetime', REQUIRED),
    field('EndDateTime', 'datetime'),
    field('ActivityDate', 'date'),
    field('DurationInMinutes', 'int', { precision: 8 }),
    text('Location', 255),
    longText('Description', 32_000),
    readOnly(checkbox('IsChild')),
    readOnly(checkbox('IsRecurrence')),
    readOnly(checkbox('IsArchived')),
  ])

const emailMessage = (): ObjectDef =>
  object('EmailMessage', '02s', [
    lookup('RelatedToId', ['Account', 'Opportunity']),
    lookup('ActivityId', ['Task']),
    checkbox('Incoming'),
    picklist('Status', ['0', '1', '2', '3', '4', '5']),
    field('MessageDate', 'datetime'),
    checkbox('IsTracked'),
    readOnly(checkbox('IsOpened')),
    readOnly(checkbox('IsBounced')),
    readOnly(field('FirstOpenedDate', 'datetime')),
    readOnly(field('LastOpenedDate', 'datetime')),
    text('Subject', 3000),
    text('FromAddress', 1000),
    text('ToAddress', 4000),
    longText('TextBody', 131_072),
  ])

const emailMessageRelation = (): ObjectDef =>
  object('EmailMessageRelation', '0CZ', [
    lookup('EmailMessageId', ['EmailMessage'], REQUIRED),
    lookup('RelationId', ['Contact', 'Lead', 'User']),
    text('RelationObjectType', 40),
    picklist('RelationType', ['FromAddress', 'ToAddress', 'CcAddress', 'BccAddress']),
    text('RelationAddress', 1000),
  ])

/** What was done with people: tasks, events and mail. */
export const activityObjects = (): readonly ObjectDef[] => [
  task(),
  event(),
  emailMessage(),
  emailMessageRelation(),
]
