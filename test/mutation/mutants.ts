/** One check taken out, and the tests that must notice. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
}

const PRIVACY = 'test/unit/privacy/'
const PIPELINE = 'test/integration/jobs/privacy.test.ts'

/** Every check between what a CRM says and what we keep, show or send, taken out one at a time. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'HubSpot: what comes back is filtered again',
    file: 'connectors/hubspot/reading/records.ts',
    find: 'filter(([name]) => keep.has(name))',
    replace: 'filter(() => true)',
    tests: ['test/unit/connectors/hubspot', 'test/integration/connectors/hubspot'],
  },
  {
    name: 'Salesforce: what comes back is filtered again',
    file: 'connectors/salesforce/reading/records.ts',
    find: 'fields: { ...flatten(row, schema.fields), ',
    replace: 'fields: { ...row, ...flatten(row, schema.fields), ',
    tests: ['test/unit/connectors/salesforce', 'test/integration/connectors/salesforce'],
  },
  {
    name: 'only listed fields become facts',
    file: 'src/privacy/safe-record.ts',
    find: '  const facts: Record<string, FactValue> = {}\n',
    replace:
      '  const facts: Record<string, FactValue> = { ...(fields as Record<string, FactValue>) }\n',
    tests: [PRIVACY],
  },
  {
    name: 'an activity carries three known members',
    file: 'src/privacy/safe-record.ts',
    find: 'return known ? [{ kind, category, at }] : []',
    replace: 'return [{ kind, category, at }]',
    tests: [PRIVACY],
  },
  {
    name: 'what needs a basis and has none is not coded',
    file: 'src/privacy/safe-record.ts',
    find: 'if (raw === undefined || (needsBasis(entry) && !hasBasis(entry))) return undefined',
    replace: 'if (raw === undefined) return undefined',
    tests: [PRIVACY],
  },
  {
    name: 'a sensitive field is not named without a basis',
    file: 'src/privacy/refused-field.ts',
    find: 'return hasBasis(entry) || !(needsBasis(entry) || isLabelled(found)',
    replace: 'return hasBasis(entry) || !(needsBasis(entry)',
    tests: [PRIVACY, 'test/unit/connectors'],
  },
  {
    name: 'an unreadable consent is told',
    file: 'src/privacy/safe-record.ts',
    find: 'if (unreadable) facts[CONSENT_UNREADABLE] = true',
    replace: '',
    tests: [PRIVACY],
  },
  {
    name: 'who asked not to be tracked is not',
    file: 'src/consent/do-not-track.ts',
    find: "return facts['doNotTrack'] !== true || !TRACKED_KINDS.has(kind)",
    replace: 'return facts !== undefined && kind !== undefined',
    tests: [PRIVACY],
  },
  {
    name: 'texts are guarded before they leave for the CRM',
    file: 'jobs/withhold-unsafe.ts',
    find: '!isSafe(intent, own, guardText))',
    replace: '!isSafe(intent, own, guardText) && false)',
    tests: [PIPELINE],
  },
  {
    name: 'a detector that fails counts as having found something',
    file: 'src/privacy/egress-guard.ts',
    find: "return 'unreadable'",
    replace: "return 'clean'",
    tests: ['test/unit/privacy/egress-guard.test.ts'],
  },
  {
    name: 'terms are forbidden in what leaves',
    file: 'src/privacy/egress-guard.ts',
    find: ', ...TERM_KINDS])',
    replace: '])',
    tests: ['test/unit/privacy/egress-guard.test.ts'],
  },
  {
    name: 'a child’s features are dropped',
    file: 'jobs/admit-records.ts',
    find: 'const kept = keepOnly(record)',
    replace: 'const kept = record && (keepOnly, record)',
    tests: [PIPELINE],
  },
  {
    name: 'who asks to be forgotten is',
    file: 'jobs/admit-records.ts',
    find: "if (record.facts['shouldForget'] === true) return",
    replace: "if (record.facts['shouldForget'] === 'never') return",
    tests: [PIPELINE],
  },
  {
    name: 'retention ends',
    file: 'src/privacy/retention.ts',
    find: 'if (Object.keys(facts).length === 0 && activities.length === 0) return undefined',
    replace: '',
    tests: [PRIVACY],
  },
  {
    name: 'the ledger takes names, counts and codes only',
    file: 'src/ledger/prepare-entry.ts',
    find: 'if (!detail.success || ',
    replace: 'if (detail.success && ',
    tests: ['test/unit/ledger', 'test/integration/store/ledger.test.ts'],
  },
  {
    name: 'a log field that is no code is dropped',
    file: 'src/log.ts',
    find: "return typeof value === 'string' && isCode(value) ? value : DROPPED",
    replace: "return typeof value === 'string' ? value : DROPPED",
    tests: ['test/unit/log'],
  },
  {
    name: 'a log field of a personal name is dropped',
    file: 'src/log.ts',
    find: 'if (SECRET_KEY.test(key) || PERSONAL_KEY.test(key)) return DROPPED',
    replace: 'if (SECRET_KEY.test(key)) return DROPPED',
    tests: ['test/unit/log'],
  },
  {
    name: 'a log field is guarded',
    file: 'src/log.ts',
    find: 'return looksFit && isClean(value)',
    replace: 'return looksFit',
    tests: ['test/unit/log'],
  },
  {
    name: 'a log message is guarded',
    file: 'src/log.ts',
    find: 'return fits && isClean(message) ? message : DROPPED',
    replace: 'return fits ? message : DROPPED',
    tests: ['test/unit/log'],
  },
  {
    name: 'a log message is a fixed sentence',
    file: 'src/log.ts',
    find: "typeof message === 'string' && MESSAGE.test(message)",
    replace: "typeof message === 'string' && MESSAGE !== undefined",
    tests: ['test/unit/log'],
  },
  {
    name: 'an error keeps a code that looks like one',
    file: 'src/errors.ts',
    find: "typeof code === 'string' && code.length <= LONGEST_CODE && CODE.test(code)",
    replace: "typeof code === 'string' && code.length + LONGEST_CODE + String(CODE).length > 0",
    tests: ['test/unit/errors'],
  },
  {
    name: 'an error at the terminal is guarded',
    file: 'src/cli/run-program.ts',
    find: 'return mayShow ? text : ',
    replace: 'return mayShow || text ? text : ',
    tests: ['test/unit/cli'],
  },
  {
    name: 'a crash says no message',
    file: 'src/cli/on-crash.ts',
    find: '[${errorCode(error)}]',
    replace: '[${errorCode(error)}${String(error)}]',
    tests: ['test/unit/cli'],
  },
  {
    name: 'a failed job leaves its code in Redis, no message',
    file: 'jobs/worker.ts',
    find: 'throw Object.assign(new Error(errorCode(error)), { stack: undefined, code: errorCode(error) })',
    replace: 'throw error',
    tests: ['test/integration/jobs/failed-job.test.ts'],
  },
  {
    name: 'an HTTP error says its code, no message',
    file: 'src/http/error-handler.ts',
    find: 'response.status(status).json({ error: code })',
    replace: 'response.status(status).json({ error: code, message: String(error) })',
    tests: ['test/integration/http'],
  },
  {
    name: 'a model whose words shame or hurry is refused',
    file: 'src/scoring/check/assert-publishable.ts',
    find: 'if (errors.length === 0) return',
    replace: 'if (errors.length >= 0) return',
    tests: ['test/unit/scoring-documents', 'test/unit/handoff'],
  },
]
