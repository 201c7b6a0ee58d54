import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** From a cached answer to a Bulk API job that a customer's triggers slow down. */
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]
/** From an empty sweep to a backfill of hours. */
const JOB_SECONDS = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600, 3_600]
/** HubSpot gives a webhook five seconds, Salesforce sixty. */
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5]
const LAG_SECONDS = [0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400]

/** Everything this process counts itself; each name and label is explained by its help text. */
export function createInstruments() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return { registry, ...timesOf(registers), ...countsOf(registers), ...lagsOf(registers) }
}

function timesOf(registers: Registry[]) {
  return {
    calls: new Histogram({
      name: 'leadwell_crm_call_seconds',
      help: 'Calls to CRMs by kind and class of status (none: no answer).',
      labelNames: ['crm', 'kind', 'status'],
      buckets: CALL_SECONDS,
      registers,
    }),
    jobs: new Histogram({
      name: 'leadwell_job_seconds',
      help: 'Jobs by name and outcome; stopped: a person has to act.',
      labelNames: ['job', 'outcome'],
      buckets: JOB_SECONDS,
      registers,
    }),
    requests: new Histogram({
      name: 'leadwell_http_request_seconds',
      help: 'Requests answered, by route and class of status.',
      labelNames: ['route', 'status'],
      buckets: REQUEST_SECONDS,
      registers,
    }),
  }
}

function countsOf(registers: Registry[]) {
  return {
    webhooks: new Counter({
      name: 'leadwell_webhooks_ignored_total',
      help: 'Deliveries refused for their signature, and events of portals that are not served.',
      labelNames: ['crm', 'outcome'],
      registers,
    }),
    marks: new Counter({
      name: 'leadwell_marks_total',
      help: 'Dirty marks made, settled by a read, and handed back after a failure.',
      labelNames: ['crm', 'outcome', 'lane'],
      registers,
    }),
    decisions: new Counter({
      name: 'leadwell_decisions_total',
      help: 'Decisions about people, by tier and hold.',
      labelNames: ['crm', 'tier', 'hold'],
      registers,
    }),
    writes: new Counter({
      name: 'leadwell_writes_total',
      help: 'Intents written to CRMs, parked for a person, and to be tried again.',
      labelNames: ['crm', 'outcome'],
      registers,
    }),
  }
}

function lagsOf(registers: Registry[]) {
  return {
    markAge: new Histogram({
      name: 'leadwell_mark_to_decision_seconds',
      help: 'From the mark (webhook or poll) until the record was read and scored.',
      labelNames: ['crm', 'lane'],
      buckets: LAG_SECONDS,
      registers,
    }),
    writeLag: new Histogram({
      name: 'leadwell_decision_to_written_seconds',
      help: 'From the decision until the CRM had it.',
      labelNames: ['crm'],
      buckets: LAG_SECONDS,
      registers,
    }),
  }
}

export type Instruments = ReturnType<typeof createInstruments>
