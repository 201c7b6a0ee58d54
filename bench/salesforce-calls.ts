/**
 * What a portal costs in Salesforce calls, counted by the sandbox next to the least Salesforce's batch
 * sizes allow: `node bench/salesforce-calls.ts [people]`, eight activities a person. How the least is
 * reckoned stands in count-calls.ts beside each figure.
 */
import Table from 'cli-table3'
import {
  type CallFigures,
  countCalls,
} from '#test/integration/connectors/salesforce/count-calls.ts'

const people =
  Number(process.argv[2] === 'salesforce-calls' ? process.argv[3] : process.argv[2]) || 10_000
const changed = 100
const written = 137
const figures = await countCalls(people, { changed, written })
const table = new Table({ head: ['work', 'calls', 'least', 'ratio', 'of which'] })
const row = (what: string, { calls, bound, ratio, byKind }: CallFigures) => {
  const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`)
  table.push([what, calls, bound, ratio.toFixed(3), kinds.join('\n')])
}
row(`backfill of ${people}`, figures.backfill)
row('an idle day', figures.idleDay)
row(`${changed} changed`, figures.incremental)
row(`write-back of ${people}`, figures.writeAll)
row(`write-back of ${written}`, figures.writeChanged)
process.stdout.write(`${table.toString()}\n`)
process.stdout.write(
  `${JSON.stringify({ bench: 'salesforce-calls', people, changed, written, ...figures })}\n`,
)
