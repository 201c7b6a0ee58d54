import { anyOf, byExactWords, byFirstRule } from './vocabulary.ts'

// Call statuses and the default dispositions, whose values are fixed GUIDs in every portal: HubSpot
// docs, "CRM API | Calls", section on call dispositions. A message left with another person did not
// reach the one called, so it counts as no answer.
export const CALL_OUTCOME = byExactWords({
  connected: [
    'f240bbac-87c9-4f6e-bf70-924b57d47db7',
    'completed',
    'answered',
    'in progress',
    'spoke',
  ],
  'no-answer': [
    '73a0d17f-1163-4015-bdd5-ec830791da20',
    'a4c4c377-d246-4b32-a13b-75a56a4cd0ff',
    'left live message',
    'missed',
    'not answered',
    'unanswered',
    'no response',
  ],
  voicemail: [
    'b2cf5968-551e-4856-9783-52b3da59a7d0',
    'left voicemail',
    'voice mail',
    'left voice mail',
    'left message',
    'lvm',
  ],
  busy: ['9d9162e7-6cf3-4944-bf63-4dff82258764', 'line busy'],
  'wrong-number': ['17b47fee-58de-441e-a44c-c6300d46f273', 'bad number', 'disconnected number'],
  other: ['failed', 'canceled', 'queued', 'ringing', 'connecting', 'calling crm user'],
})

// HubSpot docs, "CRM API | Email": EMAIL is sent from the CRM, FORWARDED_EMAIL logged from the
// rep's own mailbox. A draft went nowhere.
export const DIRECTION = byExactWords({
  inbound: ['incoming email', 'incoming', 'received'],
  outbound: ['email', 'forwarded email', 'outgoing', 'outgoing email', 'sent'],
  other: ['draft email', 'internal', 'crm'],
})

export const MEETING_OUTCOME = byExactWords({
  scheduled: ['booked', 'confirmed'],
  completed: ['held', 'attended', 'done'],
  rescheduled: [],
  'no-show': ['noshow', 'missed', 'did not attend'],
  canceled: ['cancelled'],
  other: [],
})

/** Portals name their own meeting types, so these are found by word and not by label. */
export const MEETING_TYPE = byFirstRule([
  ['demo', anyOf('demo', 'demonstration', 'walkthrough', 'product tour')],
  ['webinar', anyOf('webinar', 'webcast')],
  ['intake', anyOf('intake', 'admission', 'admissions', 'assessment', 'evaluation')],
  ['consult', anyOf('consult', 'consultation', 'consults', 'discovery', 'introductory call')],
  ['call', anyOf('call', 'phone')],
  ['meeting', anyOf('meeting', 'appointment', 'check in', 'follow up', 'visit')],
])

export const MESSAGE_CHANNEL = byExactWords({
  sms: ['text', 'text message', 'mms'],
  whatsapp: ['whats app'],
  linkedin: ['linkedin message'],
  other: [],
})

// Task.TaskSubtype of the Salesforce object reference.
export const TASK_TYPE = byExactWords({
  task: ['to do', 'todo'],
  call: ['phone'],
  email: [],
  'list-email': ['listemail'],
  cadence: [],
  linkedin: [],
  other: [],
})
