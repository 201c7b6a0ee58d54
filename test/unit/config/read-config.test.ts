import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { PermanentError } from '#src/errors.ts'

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof PermanentError) return error.message
  }
  throw new Error('expected a refusal')
}

describe('readConfig', () => {
  it('needs nothing to be set', () => {
    const config = readConfig({})

    expect(config.port).toBe(3000)
    expect(config.databaseUrl).toBeUndefined()
    expect(config.hubspot.apiUrl).toBe('https://api.hubapi.com')
  })

  it('takes an empty variable for an unset one, as .env files leave them', () => {
    const config = readConfig({ DATABASE_URL: '', HUBSPOT_API_URL: '', PORT: '' })

    expect(config.databaseUrl).toBeUndefined()
    expect(config.port).toBe(3000)
  })

  it('reports every problem at once, by name and without the value', () => {
    const message = problemsOf({
      PORT: 'secret-ish',
      DATABASE_URL: 'mysql://u:hunter2@h/db',
      REDIS_URL: 'nonsense',
      HUBSPOT_API_URL: 'ftp://x',
      LOG_LEVEL: 'loud',
      LEADWELL_SECRET_KEY: 'short',
    })

    for (const name of [
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'HUBSPOT_API_URL',
      'LOG_LEVEL',
      'LEADWELL_SECRET_KEY',
    ]) {
      expect(message).toContain(`- ${name}: `)
    }
    expect(message).toContain('starts with postgres://')
    expect(message).not.toMatch(/hunter2|secret-ish|loud/)
  })

  it('names a Leadwell variable it does not know', () => {
    expect(problemsOf({ LEADWELL_DATADIR: '/x' })).toContain('LEADWELL_DATADIR: is not a variable')
  })

  it('refuses a database server without a key of its own', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://h/db' })).toContain(
      'LEADWELL_SECRET_KEY: must be set',
    )
  })

  it('says what Salesforce still lacks', () => {
    const message = problemsOf({ SALESFORCE_CLIENT_ID: 'id' })

    expect(message).toContain('SALESFORCE_LOGIN_URL: must be set')
    expect(message).toContain('SALESFORCE_CLIENT_SECRET: must be set')
  })

  it('accepts .env.example as it ships', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n')
    const pairs = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2))

    const config = readConfig(Object.fromEntries(pairs))

    expect(config.hubspot.accessToken).toBeUndefined()
    expect(pairs.length).toBeGreaterThan(15)
  })
})
