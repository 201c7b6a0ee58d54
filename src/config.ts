import { resolve } from 'node:path'
import { z } from 'zod'
import { PermanentError } from './errors.ts'

const Text = z.string().min(1)
const HttpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const SecretKeys = z
  .string()
  .refine(
    (value) => value.split(',').every((key) => Buffer.from(key.trim(), 'base64').length === 32),
    'must be 32 bytes in base64 (make one with: openssl rand -base64 32); several, newest first, separated by commas',
  )

/** Every variable Leadwell reads; `.env.example` explains each. */
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LEADWELL_DATA_DIR: Text.default('./data'),
  LEADWELL_SECRET_KEY: SecretKeys.optional(),
  LEADWELL_ADMIN_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: HttpUrl.optional(),
  LEADWELL_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  HUBSPOT_ACCESS_TOKEN: Text.optional(),
  HUBSPOT_CLIENT_ID: Text.optional(),
  HUBSPOT_CLIENT_SECRET: Text.optional(),
  HUBSPOT_APP_URL: HttpUrl.default('https://app.hubspot.com'),
  HUBSPOT_API_URL: HttpUrl.default('https://api.hubapi.com'),
  SALESFORCE_LOGIN_URL: HttpUrl.optional(),
  SALESFORCE_CLIENT_ID: Text.optional(),
  SALESFORCE_CLIENT_SECRET: Text.optional(),
  SALESFORCE_PRIVATE_KEY_FILE: Text.optional(),
  SALESFORCE_USERNAME: Text.optional(),
  SALESFORCE_PUBSUB_URL: HttpUrl.optional(),
  LEADWELL_BULK_WRITES_FROM: z.coerce.number().int().min(1).optional(),
  LEADWELL_SALESFORCE_DAILY_SHARE: z.coerce.number().int().min(1).max(100).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
})
type Environment = z.infer<typeof Environment>

export interface Config {
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  /** Base64 keys, newest first; undefined where one is made and kept in the data folder. */
  readonly secretKeys: string | undefined
  readonly adminToken: string | undefined
  readonly port: number
  readonly publicUrl: string | undefined
  /** Proxies in front of the web process whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number
  /** Unset: `start` logs from info on, or warn on a terminal; other commands only errors. */
  readonly logLevel: Environment['LOG_LEVEL']
  readonly hubspot: {
    readonly accessToken: string | undefined
    readonly clientId: string | undefined
    readonly clientSecret: string | undefined
    /** Where people are asked for consent. */
    readonly appUrl: string
    readonly apiUrl: string
  }
  /** The organisation to connect to without a browser. */
  readonly salesforce: SalesforceConfig | undefined
  /** The app that organisations are connected with from a browser. */
  readonly salesforceApp: SalesforceAppConfig | undefined
  /** Percent of an organisation's requests in 24 hours that are ours to make; unset, what is fair. */
  readonly salesforceDailyShare: number | undefined
  /** Where the Pub/Sub API answers; unset, Salesforce's own. */
  readonly salesforcePubsubUrl: string | undefined
  /** Waiting records from which a CRM's own bulk way is taken; unset, where it costs less. */
  readonly bulkWritesFrom: number | undefined
}

interface SalesforceAppConfig {
  readonly clientId: string
  readonly clientSecret: string
  readonly loginUrl: string | undefined
}

export interface SalesforceConfig {
  readonly loginUrl: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly privateKeyFile: string | undefined
  readonly username: string | undefined
}

/**
 * Reads the environment into one object. Throws one PermanentError `config-invalid` that lists every
 * problem at once, by variable name, never with its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable, as docker compose and .env files leave them, is an unset one.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  const problems = [...unknownNames(set), ...issuesOf(parsed.error)]
  if (parsed.success) problems.push(...contradictions(parsed.data))
  if (problems.length > 0 || !parsed.success) {
    throw new PermanentError(
      'config-invalid',
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
      'See .env.example for what each variable means.',
    )
  }
  return toConfig(parsed.data)
}

function issuesOf(error: z.ZodError | undefined): readonly string[] {
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${explain(issue)}`)
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_format') {
    return `must be a URL that starts with ${schemeOf(String(issue.path[0]))}`
  }
  return issue.message
}

function schemeOf(name: string): string {
  if (name === 'DATABASE_URL') return 'postgres://'
  return name === 'REDIS_URL' ? 'redis://' : 'http:// or https://'
}

function unknownNames(env: Readonly<Record<string, unknown>>): readonly string[] {
  const known = Object.keys(Environment.shape)
  return Object.keys(env)
    .filter((name) => name.startsWith('LEADWELL_') && !known.includes(name))
    .map((name) => `${name}: is not a variable Leadwell knows`)
}

function contradictions(env: Environment): readonly string[] {
  const problems: string[] = []
  if (env.DATABASE_URL !== undefined && env.LEADWELL_SECRET_KEY === undefined) {
    problems.push(
      'LEADWELL_SECRET_KEY: must be set when DATABASE_URL is (make one with: openssl rand -base64 32)',
    )
  }
  if (env.SALESFORCE_CLIENT_ID !== undefined) problems.push(...salesforceGaps(env))
  return problems
}

function salesforceGaps(env: Environment): readonly string[] {
  const problems: string[] = []
  // Id and secret alone serve the install page, which asks where people log in.
  if (env.SALESFORCE_LOGIN_URL === undefined && env.SALESFORCE_CLIENT_SECRET === undefined) {
    problems.push(
      'SALESFORCE_LOGIN_URL: must be set with SALESFORCE_CLIENT_ID (your My Domain URL)',
    )
  }
  const hasJwt =
    env.SALESFORCE_PRIVATE_KEY_FILE !== undefined && env.SALESFORCE_USERNAME !== undefined
  if (env.SALESFORCE_CLIENT_SECRET === undefined && !hasJwt) {
    problems.push(
      'SALESFORCE_CLIENT_SECRET: must be set, or SALESFORCE_PRIVATE_KEY_FILE and SALESFORCE_USERNAME for JWT',
    )
  }
  return problems
}

function toConfig(env: Environment): Config {
  return {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: resolve(env.LEADWELL_DATA_DIR),
    secretKeys: env.LEADWELL_SECRET_KEY,
    adminToken: env.LEADWELL_ADMIN_TOKEN,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.LEADWELL_TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
    hubspot: {
      accessToken: env.HUBSPOT_ACCESS_TOKEN,
      clientId: env.HUBSPOT_CLIENT_ID,
      clientSecret: env.HUBSPOT_CLIENT_SECRET,
      appUrl: env.HUBSPOT_APP_URL,
      apiUrl: env.HUBSPOT_API_URL,
    },
    salesforce: salesforceConfig(env),
    salesforceApp: salesforceAppConfig(env),
    salesforceDailyShare: env.LEADWELL_SALESFORCE_DAILY_SHARE,
    salesforcePubsubUrl: env.SALESFORCE_PUBSUB_URL,
    bulkWritesFrom: env.LEADWELL_BULK_WRITES_FROM,
  }
}

function salesforceAppConfig(env: Environment): SalesforceAppConfig | undefined {
  const { SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret } = env
  if (clientId === undefined || clientSecret === undefined) return undefined
  return { clientId, clientSecret, loginUrl: env.SALESFORCE_LOGIN_URL }
}

function salesforceConfig(env: Environment): SalesforceConfig | undefined {
  if (env.SALESFORCE_CLIENT_ID === undefined || env.SALESFORCE_LOGIN_URL === undefined) {
    return undefined
  }
  return {
    loginUrl: env.SALESFORCE_LOGIN_URL,
    clientId: env.SALESFORCE_CLIENT_ID,
    clientSecret: env.SALESFORCE_CLIENT_SECRET,
    privateKeyFile: env.SALESFORCE_PRIVATE_KEY_FILE,
    username: env.SALESFORCE_USERNAME,
  }
}
