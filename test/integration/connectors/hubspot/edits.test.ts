import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { intentFor } from './intent-for.ts'
import { openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

let portal: SandboxPortal
beforeEach(async () => {
  portal = await openSandboxPortal(150)
  await portal.connector.provision({ dryRun: false })
  for (let from = 0; from < 150; from += 100) {
    await portal.connector.write(REFS.slice(from, from + 100).map(intentFor))
  }
})
afterEach(async () => {
  await portal.close()
})

const REFS = Array.from({ length: 150 }, (_, index): RecordRef => {
  return { object: 'contact', id: String(210_000_000_001 + index) }
})

async function change(id: string, properties: object, changeSource: string): Promise<void> {
  await fetch(new URL('/_sandbox/changes', portal.deps.portal.apiUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'contacts', id, properties, changeSource }),
  })
}

test('finds nothing where everything is as it was written, at a call for a hundred', async () => {
  const before = portal.sandbox.calls()['batch-read'] ?? 0

  const edits = await portal.connector.edits(REFS.map(intentFor))

  expect(edits).toEqual([])
  expect((portal.sandbox.calls()['batch-read'] ?? 0) - before).toBe(2)
})

test("finds a rep's edit, and tells it from a program's", async () => {
  const [rep, program] = REFS
  await change(rep?.id ?? '', { leadwell_score: '99', leadwell_tier: '' }, 'CRM_UI')
  await change(program?.id ?? '', { leadwell_top_reason: 'Mine' }, 'INTEGRATION')

  const edits = await portal.connector.edits(REFS.map(intentFor))

  expect(edits).toEqual([
    { ref: rep, fields: ['score', 'tier'], byPerson: true },
    { ref: program, fields: ['topReason'], byPerson: false },
  ])
})

test('does not take the feedback of a rep for an edit', async () => {
  await change(REFS[0]?.id ?? '', { leadwell_feedback: 'useful' }, 'CRM_UI')

  expect(await portal.connector.edits(REFS.map(intentFor))).toEqual([])
})
