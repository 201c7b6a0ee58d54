import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { type DestinationStream, pino, stdTimeFunctions } from 'pino'
import type { Log, LogFields } from './ports.ts'
import type * as EgressGuard from './privacy/egress-guard.ts'

export interface LogOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Where JSON lines go; standard error by default, so that output stays machine-readable. */
  readonly destination?: DestinationStream
}

/** Loaded with the first line that is written: its word lists would slow every command that writes none. */
const load = createRequire(import.meta.url)
let guard: typeof EgressGuard | undefined
function isClean(text: string): boolean {
  guard ??= load('./privacy/egress-guard.ts') as typeof EgressGuard
  return guard.guardText('log', text) === 'clean'
}

const DROPPED = '[dropped]'
const MOST_FIELDS = 20

/** Names of our own fields; pino's own keys cannot be overwritten. */
const KEY = /^(?!(?:level|time|msg|err)$)[a-z][A-Za-z0-9]{0,39}$/
const SECRET_KEY =
  /token|secret|password|credential|authorization|cookie|privatekey|apikey|signature/i
/** Data about a person has no business in a log line, whatever it holds. */
const PERSONAL_KEY =
  /email|phone|address|birth|ssn|diagnosis|medication|(?:first|last|full)name|subject|body|note|content/i

/** Ids, codes, paths and counts look like this; prose and addresses do not. */
const CODE = /^[A-Za-z0-9_][A-Za-z0-9._:/,-]{0,159}$|^\/[A-Za-z0-9._:/,-]{0,159}$/
const LOOKS_SECRET = /^(?:pat-|eyJ|00D[A-Za-z0-9]{12,15}!|Bearer)|[A-Za-z0-9]{41,}/
const LOOKS_PERSONAL = /^\d{3}[-.]\d{2}[-.]\d{4}$|^1?[-.]?\d{3}[-.]\d{3}[-.]\d{4}$/

/** A fixed sentence: a message made from data has an address, a long number or a line break in it. */
const MESSAGE = /^(?!.*(?:@|\d{5,}|\d{3}-\d{2,3}-\d{4}))[^\n\r{}]{1,160}$/

/**
 * JSON lines through pino. Types admit flat scalars only; what gets past the types (errors, records,
 * prose, secrets) is replaced by `[dropped]`, and unknown shapes of keys vanish.
 */
export function createLog({ level, destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return wrap(pino(options, destination ?? pino.destination({ fd: 2, sync: true })), {})
}

type Line = Record<string, string | number | boolean>
const shared = new AsyncLocalStorage<Line>()

/** Every line written by `work` and by whatever it calls carries these fields: which job, which run. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return shared.run({ ...shared.getStore(), ...safeFields(fields) }, work)
}

type Sink = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>
type Levels = Pick<ReturnType<typeof pino>, 'isLevelEnabled'>

function wrap(sink: Sink & Levels, bound: Line): Log {
  const write =
    (level: keyof Sink) =>
    (message: string, fields?: LogFields): void => {
      if (!sink.isLevelEnabled(level)) return
      sink[level]({ ...shared.getStore(), ...bound, ...safeFields(fields) }, safeMessage(message))
    }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => wrap(sink, { ...bound, ...safeFields(fields) }),
  }
}

function safeFields(fields: unknown): Line {
  if (typeof fields !== 'object' || fields === null) return {}
  const line: Line = {}
  for (const key of Object.keys(fields).slice(0, MOST_FIELDS)) {
    if (!KEY.test(key)) continue
    const value = safeValue(key, (fields as Record<string, unknown>)[key])
    if (value !== undefined) line[key] = value
  }
  return line
}

function safeValue(key: string, value: unknown): string | number | boolean | undefined {
  if (value === undefined) return undefined
  if (SECRET_KEY.test(key) || PERSONAL_KEY.test(key)) return DROPPED
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return typeof value === 'string' && isCode(value) ? value : DROPPED
}

function isCode(value: string): boolean {
  const looksFit = CODE.test(value) && !LOOKS_SECRET.test(value) && !LOOKS_PERSONAL.test(value)
  return looksFit && isClean(value)
}

function safeMessage(message: unknown): string {
  const fits = typeof message === 'string' && MESSAGE.test(message)
  return fits && isClean(message) ? message : DROPPED
}
