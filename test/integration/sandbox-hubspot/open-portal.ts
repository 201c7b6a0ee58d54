import { onTestFinished } from 'vitest'
import {
  createHubspotSandbox,
  type HubspotSandbox,
  type HubspotSandboxOptions,
} from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'

export const BASE_TIME = Date.UTC(2026, 10, 20, 15)
const header = { seed: 1, people: 250, baseTime: BASE_TIME }
export const POPULATION = createPopulation(header)
/** Seeded ids are counted up from here. */
export const contactId = (index: number): string => String(210_000_000_001 + index)

/** Whatever an answer may hold; a test reads the fields of the answer it asked for. */
export interface AnswerBody {
  readonly id: string
  readonly category: string
  readonly message: string
  readonly policyName: string
  readonly access_token: string
  readonly properties: Readonly<Record<string, string | null>>
  readonly propertiesWithHistory: Readonly<
    Record<string, readonly { value: string; timestamp: string; sourceType: string }[]>
  >
  readonly associations: Readonly<Record<string, { results: readonly unknown[] }>>
  readonly results: readonly Row[]
  readonly paging: { readonly next: { readonly after: string } } | undefined
  readonly total: number
  readonly numErrors: number
  readonly errors: readonly {
    readonly code: string
    readonly subCategory: string
    readonly context: Readonly<Record<string, readonly string[]>>
  }[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly submittedAt: number
  readonly toObjectId: number
  readonly properties: Readonly<Record<string, string>>
}

interface Answer {
  readonly status: number
  readonly body: AnswerBody
  readonly headers: Headers
}

export interface OpenPortal {
  readonly sandbox: HubspotSandbox
  readonly url: string
  readonly clock: { at: number }
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>
}

/** A portal on a port of its own for one test; its clock stands still until moved. */
export async function openPortal(
  options: Partial<HubspotSandboxOptions> = {},
  journalFile?: string,
): Promise<OpenPortal> {
  const clock = { at: BASE_TIME }
  const journal = openJournal(journalFile, header)
  const sandbox = createHubspotSandbox({
    population: POPULATION,
    journal,
    now: () => clock.at,
    webhookRetryMs: 1,
    ...options,
  })
  const listener = await listen(sandbox.app, 0)
  onTestFinished(async () => {
    sandbox.close()
    await listener.close()
    journal.close()
  })
  const call = async (method: string, path: string, body?: unknown, token?: string) => {
    const response = await fetch(listener.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token ?? 'sandbox-hubspot-token'}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  return { sandbox, url: listener.url, clock, call }
}
