import type { FieldSource } from '../allowed-field.ts'
import {
  BOOLEAN_FACT,
  codeFact,
  DATE_FACT,
  type Definitions,
  type FactDefinition,
  fact,
} from '../fact-definition.ts'
import type { VocabularyName } from '../vocabularies.ts'
import { ACTIVITY } from './groups.ts'

const at = (what: string): FactDefinition => fact(ACTIVITY, what, DATE_FACT)
const code = (what: string, name: VocabularyName): FactDefinition =>
  fact(ACTIVITY, what, codeFact(name))
const flag = (what: string): FactDefinition => fact(ACTIVITY, what, BOOLEAN_FACT)

/** What activity objects tell; the connectors make activities of it. */
export const ACTIVITY_FACTS: Readonly<Partial<Record<FieldSource, Definitions>>> = {
  call: {
    at: at('when the call was'),
    status: code('what became of the call', 'call-outcome'),
    outcome: code('how a rep closed the call', 'call-outcome'),
    direction: code('who called', 'direction'),
  },
  email: {
    at: at('when the email was'),
    direction: code('who wrote', 'direction'),
    incoming: flag('came in'),
    draft: flag('was never sent'),
    tracked: flag('tells when it is opened'),
    openedAt: at('when it was first opened'),
    lastOpenedAt: at('when it was last opened'),
    bounced: flag('came back'),
  },
  meeting: {
    bookedFor: at('when the meeting is to be'),
    createdAt: at('when it was booked'),
    startAt: at('when it starts'),
    outcome: code('what became of it', 'meeting-outcome'),
    type: code('kind of meeting', 'meeting-type'),
  },
  communication: {
    at: at('when the message was'),
    channel: code('on which channel', 'message-channel'),
    direction: code('who wrote', 'direction'),
  },
  task: {
    type: code('kind of task', 'task-type'),
    outcome: code('what became of the call', 'call-outcome'),
    direction: code('who called', 'direction'),
    closed: flag('is done'),
    completedAt: at('when it was done'),
    createdAt: at('when it was made'),
  },
  event: {
    startAt: at('when it starts'),
    createdAt: at('when it was booked'),
    outcome: code('what became of it', 'meeting-outcome'),
    type: code('kind of meeting', 'meeting-type'),
    copy: flag('is a copy made for a guest'),
  },
  'campaign-member': {
    responded: flag('answered the campaign'),
    respondedAt: at('when they answered'),
    createdAt: at('when they were added'),
    type: code('kind of campaign', 'campaign-type'),
  },
  deal: {
    createdAt: at('when it was opened'),
    closedAt: at('when it was closed'),
    stageChangedAt: at('when it came to its stage'),
    closed: flag('is closed'),
    won: flag('is won'),
  },
}
