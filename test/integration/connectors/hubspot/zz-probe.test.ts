import { openSandboxPortal } from '#test/integration/connectors/hubspot/sandbox-portal.ts'
import { test } from 'vitest'
test('probe', async () => {
  const p = await openSandboxPortal(1000)
  const { connector } = p
  let cursor: string | undefined
  const records = []
  do { const page = await connector.list('contact', cursor); records.push(...page.records); cursor = page.next } while (cursor)
  console.log('contacts', records.length, Object.fromEntries(p.taken), p.sandbox.calls(), p.warnings)
  const kinds: Record<string, number> = {}
  for (const r of records) for (const a of r.activities) kinds[a.kind + '/' + a.category] = (kinds[a.kind + '/' + a.category] ?? 0) + 1
  console.log(kinds)
  const seeds: Record<string, number> = {}
  for (const s of p.population.people) for (const a of s.activities) seeds[a.kind] = (seeds[a.kind] ?? 0) + 1
  console.log('seed', seeds)
  console.log(records.slice(0, 3).map(r => JSON.stringify(r)))
  console.log('companyIds', records.filter(r => r.companyId).length, p.population.people.filter(x => x.companyIndex !== undefined).length)
  p.taken.clear()
  const read = await connector.read(records.slice(0, 100).map(({ object, id }) => ({ object, id })))
  console.log('read', read.records.length, read.missing.length, Object.fromEntries(p.taken))
  const byId = new Map(records.map(r => [r.id, r]))
  let diff = 0
  for (const r of read.records) if (JSON.stringify(r) !== JSON.stringify(byId.get(r.id))) { diff++; if (diff < 3) console.log(JSON.stringify(r), '\n', JSON.stringify(byId.get(r.id))) }
  console.log('diff', diff)
  p.taken.clear()
  const ch = await connector.changes(undefined, 0)
  console.log('changes', ch.changed.length, ch.touched.length, Object.fromEntries(p.taken), JSON.stringify(ch.cursor).length, p.warnings)
  await p.close()
}, 60000)
