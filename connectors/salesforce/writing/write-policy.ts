/** What an error on one record means. */
export interface RecordPolicy {
  /** `retry` passes by itself, `gone` is no longer there to write to, `refused` waits for a person. */
  readonly outcome: 'retry' | 'gone' | 'refused'
  /** Worth another try within the same write, apart from the records it failed with. */
  readonly alone?: true
  /** How long it usually takes to pass. */
  readonly waitMs?: number
  /** What an admin is told to see to. */
  readonly todo: string
}

const MINUTE_MS = 60_000
const BUSY = 'Nothing: Salesforce was busy, it is tried again.'
const ACCESS = 'Assign the permission set "Leadwell Integration" to the user Leadwell connects as.'
const REPORT = 'Report it: Leadwell sent what Salesforce does not take.'

const passing = (todo: string, more: Partial<RecordPolicy> = {}): RecordPolicy => ({
  outcome: 'retry',
  todo,
  ...more,
})
const apart = passing(BUSY, { alone: true })
const inMinutes = (todo: string): RecordPolicy => passing(todo, { waitMs: 5 * MINUTE_MS })
const gone = (todo: string): RecordPolicy => ({ outcome: 'gone', todo })
const refused = (todo: string): RecordPolicy => ({ outcome: 'refused', todo })

/**
 * Every code of the SOAP API's StatusCode list that an update of our fields can meet. A code that is not
 * here waits for a person.
 */
export const RECORD_POLICY: Readonly<Record<string, RecordPolicy>> = {
  UNABLE_TO_LOCK_ROW: apart,
  ALL_OR_NONE_OPERATION_ROLLED_BACK: apart,
  PROCESSING_HALTED: apart,
  REQUEST_LIMIT_EXCEEDED: inMinutes(BUSY),
  SERVER_UNAVAILABLE: passing(BUSY),
  INTERNAL_ERROR: passing(BUSY),
  UNKNOWN_EXCEPTION: passing(BUSY),
  QUERY_TIMEOUT: apart,
  REQUEST_RUNNING_TOO_LONG: apart,
  INVALID_SESSION_ID: passing(BUSY),
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: inMinutes(
    'Nothing: the organisation is being maintained.',
  ),
  TOO_MANY_APEX_REQUESTS: inMinutes(BUSY),
  ENTITY_IS_LOCKED: passing('Finish or recall the approval that locks the record.', {
    waitMs: 120 * MINUTE_MS,
  }),
  ENTITY_IS_DELETED: gone('Nothing: the record was deleted or merged.'),
  NOT_FOUND: gone('Nothing: the record was deleted or merged.'),
  INVALID_CROSS_REFERENCE_KEY: gone('Nothing: the record was deleted or merged.'),
  CANNOT_UPDATE_CONVERTED_LEAD: gone('Nothing: the lead is a contact now.'),
  FIELD_CUSTOM_VALIDATION_EXCEPTION: refused(
    'Let the validation rule pass the user Leadwell connects as, by a custom permission.',
  ),
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: refused('See to the Apex trigger that failed.'),
  CANNOT_EXECUTE_FLOW_TRIGGER: refused('See to the flow that failed.'),
  CUSTOM_APEX_ERROR: refused('See to the Apex code that failed.'),
  DUPLICATES_DETECTED: refused('Merge the duplicates, or let the duplicate rule only warn.'),
  INSUFFICIENT_ACCESS_OR_READONLY: refused(ACCESS),
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: refused(ACCESS),
  INVALID_FIELD_FOR_INSERT_UPDATE: refused(ACCESS),
  FIELD_NOT_UPDATABLE: refused(ACCESS),
  INVALID_FIELD: refused('Run "leadwell provision" for this portal.'),
  INVALID_TYPE: refused('Give the user Leadwell connects as access to the object.'),
  STRING_TOO_LONG: refused(REPORT),
  NUMBER_OUTSIDE_VALID_RANGE: refused(REPORT),
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: refused(
    'Run "leadwell provision" for this portal: it adds the values that are missing.',
  ),
  REQUIRED_FIELD_MISSING: refused('Fill in the required field of the record.'),
  FIELD_FILTER_VALIDATION_EXCEPTION: refused('Mend the lookup that its own filter refuses.'),
  STORAGE_LIMIT_EXCEEDED: refused('Free data storage in the organisation, or buy more.'),
  LICENSE_LIMIT_EXCEEDED: refused('Free a licence in the organisation, or buy more.'),
  MALFORMED_ID: refused(REPORT),
  JSON_PARSER_ERROR: refused(REPORT),
  MALFORMED_QUERY: refused(REPORT),
}

const UNKNOWN: RecordPolicy = refused('See to what the code names.')

/** What a record's error says; the message quotes values, so it is looked at and never passed on. */
export interface RecordError {
  readonly code: string
  readonly message: string
  readonly fields: readonly string[]
}

export interface RecordVerdict {
  readonly policy: RecordPolicy
  /** Codes and API names, such as `INVALID_FIELD_FOR_INSERT_UPDATE/Leadwell_Score__c`. */
  readonly code: string
}

/** What became of one record that was not written; of several errors the one that is the last word. */
export function judgeErrors(errors: readonly RecordError[]): RecordVerdict {
  const verdicts = errors.map(judgeError)
  const worst = ORDER.map((outcome) => verdicts.find(({ policy }) => policy.outcome === outcome))
  return worst.find((verdict) => verdict !== undefined) ?? { policy: UNKNOWN, code: 'UNKNOWN' }
}

const ORDER = ['gone', 'refused', 'retry'] as const

function judgeError({ code, message, fields }: RecordError): RecordVerdict {
  const inner = AUTOMATION.has(code) ? innerCode(message) : undefined
  if (inner !== undefined) {
    const { outcome } = RECORD_POLICY[inner] ?? UNKNOWN
    // Only what passes is taken over: a record the automation lost is not ours.
    const policy = outcome === 'retry' ? RECORD_POLICY[inner] : RECORD_POLICY[code]
    return { policy: policy ?? UNKNOWN, code: `${code}/${inner}` }
  }
  const field = fields.find((name) => CUSTOM_FIELD.test(name))
  const policy = RECORD_POLICY[code] ?? UNKNOWN
  return { policy, code: field === undefined ? code : `${code}/${field}` }
}

/** A name of this form is schema; anything else in its place could be a value. */
const CUSTOM_FIELD = /^[A-Za-z]\w{0,76}__c$/

/** A customer's own automation failed; what it met stands in the message. */
const AUTOMATION = new Set([
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'CANNOT_EXECUTE_FLOW_TRIGGER',
  'CUSTOM_APEX_ERROR',
])
const CODES = /\b[A-Z]+(?:_[A-Z]+)+\b/g

/** The first known code inside the message; a session that ended in there was the automation's own. */
function innerCode(message: string): string | undefined {
  if (/CPU time limit/i.test(message)) return 'REQUEST_RUNNING_TOO_LONG'
  const named = message.match(CODES) ?? []
  return named.find(
    (code) => code in RECORD_POLICY && !AUTOMATION.has(code) && code !== 'INVALID_SESSION_ID',
  )
}

/** Whether an error of a whole request passes by itself. */
export function isPassingCode({ code, message }: { code: string; message: string }): boolean {
  return judgeError({ code, message, fields: [] }).policy.outcome === 'retry'
}
