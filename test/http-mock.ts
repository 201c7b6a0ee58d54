import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'

export type Scope = nock.Scope

/**
 * The only door to nock. Call it once at the top of a test file; it gives back a function that mocks one
 * server by its base URL. A request nobody announced fails the test, even where the code under test
 * survives it, and so does an announced one that never came.
 */
export function useHttpMock(): (baseUrl: string) => Scope {
  const unexpected: string[] = []
  const note = (request: Request): void => {
    unexpected.push(`${request.method} ${request.url}`)
  }

  beforeAll(() => {
    if (!nock.isActive()) nock.activate()
    nock.emitter.on('no match', note)
  })
  beforeEach(() => {
    nock.disableNetConnect()
    unexpected.length = 0
  })
  afterEach(() => {
    const unmet = nock.pendingMocks()
    nock.abortPendingRequests()
    nock.cleanAll()

    expect(unexpected, 'requests nobody announced').toEqual([])
    expect(unmet, 'announced requests that never came').toEqual([])
  })
  afterAll(() => {
    nock.emitter.off('no match', note)
    nock.enableNetConnect()
    nock.restore()
  })

  return (baseUrl) => nock(baseUrl)
}
