/**
 * What a portal costs in HubSpot calls, counted by the sandbox next to the least HubSpot's batch sizes
 * allow: `node bench/hubspot-calls.ts [contacts] [changed]`, eight activities a contact.
 */
import Table from 'cli-table3'
import { type CallFigures, countCalls } from '#test/integration/connectors/hubspot/count-calls.ts'

const contacts =
  Number(process.argv[2] === 'hubspot-calls' ? process.argv[3] : process.argv[2]) || 10_000
const changed = 100
const figures = await countCalls(contacts, changed)
const table = new Table({ head: ['pull', 'calls', 'least', 'ratio', 'of which'] })
const row = (what: string, { calls, bound, ratio, byKind }: CallFigures) => {
  const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`)
  table.push([what, calls, bound, ratio.toFixed(3), kinds.join('\n')])
}
row(`backfill of ${contacts}`, figures.backfill)
row(`${changed} changed`, figures.incremental)
process.stdout.write(`${table.toString()}\n`)
process.stdout.write(
  `${JSON.stringify({ bench: 'hubspot-calls', contacts, changed, ...figures })}\n`,
)
