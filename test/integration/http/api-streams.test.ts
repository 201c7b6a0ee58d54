import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import type { RunService, RunStanding } from '#src/http/api/services.ts'
import { type ApiServer, startApi } from './api-server.ts'
import { fakeServices, RUN } from './api-services.ts'

const PATH = '/portals/hubspot:62515/runs/1/progress'

let api: ApiServer
afterEach(() => api.close())

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5)
}

/** A run that is as far as it is set, and how often somebody looked. */
function watchedRun() {
  const watched = { run: { ...RUN }, looks: 0 }
  const runs: RunService = {
    ...fakeServices().runs,
    get: async () => {
      watched.looks += 1
      return watched.run
    },
  }
  return { watched, runs, set: (part: Partial<RunStanding>) => Object.assign(watched.run, part) }
}

interface Listener {
  readonly heard: () => string
  readonly ended: Promise<void>
  leave(): void
}

async function listen({ origin, tokens }: ApiServer): Promise<Listener> {
  const leaving = new AbortController()
  const headers = { authorization: `Bearer ${tokens.viewer}` }
  const response = await fetch(`${origin}/api/v1${PATH}`, { headers, signal: leaving.signal })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  let heard = ''
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) heard += decoder.decode(chunk)
  }
  const ended = read().catch(() => undefined)
  return { heard: () => heard, ended, leave: () => leaving.abort() }
}

it('tells how far a run is until it ends', async () => {
  const { runs, set } = watchedRun()
  api = await startApi({ runs, lookEveryMs: 5 })
  set({ scored: 50 })

  const listener = await listen(api)
  await until(() => listener.heard().includes('"scored":50'))
  set({ scored: 80 })
  await until(() => listener.heard().includes('"scored":80'))
  set({ scored: 100, status: 'done', endedAt: api.clock.now })
  await listener.ended

  const events = listener
    .heard()
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => block.split('\ndata: '))
    .map(([event, data]) => ({ event, ...JSON.parse(data ?? '{}') }))
  // Some looks find nothing new.
  const moved = events.filter(({ scored }, place) => scored !== events[place - 1]?.scored)
  expect(moved).toMatchObject([
    { event: 'event: progress', scored: 50, total: 100 },
    { event: 'event: progress', scored: 80 },
    { event: 'event: end', scored: 100, status: 'done' },
  ])
})

it('stops looking when whoever listened is gone', async () => {
  const { watched, runs } = watchedRun()
  // One look, then a wait that only the going of the listener can end.
  api = await startApi({ runs, lookEveryMs: 2_000_000 })

  const listener = await listen(api)
  await until(() => listener.heard().includes('event: progress'))
  listener.leave()
  await listener.ended

  // A wait still under way would look again or keep the server from closing.
  await api.close()
  expect(watched.looks).toBe(2)
  api = await startApi()
})

it('ends with the server, though the run goes on', async () => {
  const { runs } = watchedRun()
  const stopping = new AbortController()
  api = await startApi({ runs, lookEveryMs: 2_000_000, stopping: stopping.signal })
  const listener = await listen(api)
  await until(() => listener.heard().includes('event: progress'))

  stopping.abort()
  await listener.ended

  expect(listener.heard()).not.toContain('event: end')
})

it('answers a run that is none before any stream begins', async () => {
  const get = async (): Promise<never> => {
    throw new PermanentError('run-unknown', 'There is no such run.')
  }
  api = await startApi({ runs: { ...fakeServices().runs, get } })

  const told = await api.call('GET', PATH, { token: api.tokens.viewer })

  expect([told.status, told.json?.['error']]).toEqual([404, 'run-unknown'])
})

it('says that runs and models are not there where the server has none', async () => {
  const { models: _models, runs: _runs, ...rest } = fakeServices()
  api = await startApi({
    ...rest,
    ...Object.fromEntries([
      ['models', undefined],
      ['runs', undefined],
    ]),
  })
  const { admin: token } = api.tokens

  const runs = await api.call('GET', '/portals/hubspot:62515/runs', { token })
  const models = await api.call('GET', '/portals/hubspot:62515/models', { token })

  expect([runs.status, runs.json?.['error']]).toEqual([501, 'not-available'])
  expect([models.status, models.json?.['error']]).toEqual([501, 'not-available'])
})
