import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { connectHubspot } from '#connectors/hubspot/connect.ts'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import { listen } from '#sandbox/listen.ts'
import type { Connector } from '#src/connector-port.ts'
import type { RecordRef } from '#src/ports.ts'
import { intentFor } from './intent-for.ts'
import { type SeenRequest, shapeProblem } from './request-shapes.ts'
import { openSandboxPortal } from './sandbox-portal.ts'

/** A portal in front of which every request is looked at. */
async function openRecordedPortal() {
  const portal = await openSandboxPortal(240)
  const seen: SeenRequest[] = []
  const recorder = express()
  recorder.set('query parser', 'simple')
  recorder.use((request, response, next) => {
    const { method, path } = request
    response.on('finish', () => {
      seen.push({ method, path, query: { ...request.query }, body: request.body })
    })
    next()
  })
  recorder.use(portal.sandbox.app)
  const listener = await listen(recorder, 0)
  onTestFinished(async () => {
    await listener.close()
    await portal.close()
  })
  const deps = { ...portal.deps, portal: { ...portal.deps.portal, apiUrl: listener.url } }
  return { portal, seen, deps, url: listener.url }
}

async function listAll(connector: Connector): Promise<RecordRef[]> {
  const refs: RecordRef[] = []
  for (const object of connector.objects) {
    let cursor: string | undefined
    do {
      const page = await connector.list(object, cursor)
      refs.push(...page.records.map(({ object: of, id }) => ({ object: of, id })))
      cursor = page.next
    } while (cursor !== undefined)
  }
  return refs
}

test('makes no request HubSpot does not document, from connecting to writing', async () => {
  const { portal, seen, deps, url } = await openRecordedPortal()
  const connector = createHubspotConnector(deps)

  await connectHubspot({ ...deps, apiUrl: url })
  await connector.provision({ dryRun: true })
  await connector.provision({ dryRun: false })
  await connector.schema()
  const refs = await listAll(connector)
  const people = refs.filter(({ object }) => object === 'contact')
  await connector.read(people.slice(0, 100))
  await connector.write(people.slice(0, 100).map(intentFor))
  await connector.write([intentFor({ object: 'contact', id: '424242' })])
  await connector.edits?.(people.map(intentFor))
  await connector.bulkWrites?.write(
    people.map((ref) => ({ ...intentFor(ref), first: true })),
    { resume: { name: 'unfinished' }, save: async () => undefined },
  )
  portal.advance(60_000)
  await connector.changes(undefined, 0)

  const kinds = new Set(seen.map(({ method, path }) => `${method} ${path.replace(/\d{5,}/, '')}`))
  expect(seen.map(shapeProblem).filter((problem) => problem !== undefined)).toEqual([])
  expect(kinds.size).toBeGreaterThan(20)
})

test.each([
  ['an id twice in a batch', { inputs: [row('1'), row('1')] }],
  ['a value that is no text', { inputs: [{ ...row('1'), properties: { leadwell_score: 7 } }] }],
  ['a key nobody documents', { inputs: [row('1')], validate: true }],
])('would notice %s', (_what, body) => {
  const path = '/crm/objects/2026-09/contacts/batch/update'

  expect(shapeProblem({ method: 'POST', path, query: {}, body })).toBeDefined()
})

function row(id: string) {
  return { id, objectWriteTraceId: id, properties: { leadwell_score: '7' } }
}
