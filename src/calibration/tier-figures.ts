import { type Rate, rateOf } from './figures.ts'
import { closeRate } from './outcome-cells.ts'
import { type Cells, type GroupOrder, mergeSmallCells, namesOver } from './small-cells.ts'
import { BOOKED, CONTACT, OUTCOME, onePart, type Part, QUALIFIED } from './tier-answers.ts'

const MINUTE_MS = 60_000

export type Spend = Readonly<Record<string, number>>

/**
 * Rates of a row. Where one row alone would show fewer than eleven records, the figure is of several
 * rows together, which `over` names; where all rows would, it is left out.
 */
export interface RowFigures {
  /** Reached at all, of all records. */
  readonly contacted: Shared | undefined
  /** Reached within five minutes, of those reached. */
  readonly contactedInTime: Shared | undefined
  readonly medianMinutesToContact: number | undefined
  /** The meeting rate: booked, of all records. */
  readonly booked: Shared | undefined
  /** The qualified-lead rate: sales-ready, of all records. */
  readonly qualified: Shared | undefined
  /** The close rate: won, of those old enough to know. */
  readonly won: Shared | undefined
  readonly tooYoung: number | undefined
  readonly costPerLead: number | undefined
  readonly costPerQualified: number | undefined
  readonly costPerWon: number | undefined
}

interface Shared extends Rate {
  readonly over: readonly string[]
}

interface RowFigureInput {
  /** With the counts of all answers. */
  readonly rows: readonly Cells[]
  readonly order: GroupOrder
  /** The group of each record, and how long it waited for the first contact. */
  readonly names: readonly string[]
  readonly delaysMs: readonly (number | undefined)[]
  readonly spendOf: (groups: Cells) => number | undefined
}

/** Each question has its own merging, so that few wins do not blur who was called in time. */
export function createRowFigures(input: RowFigureInput): (row: Cells) => RowFigures {
  const contact = blocksFor(input, CONTACT)
  const booked = blocksFor(input, BOOKED)
  const qualified = blocksFor(input, QUALIFIED)
  const outcome = blocksFor(input, OUTCOME)
  const delays = delaysByGroup(input)
  return (row) => ({
    ...contactFigures(contact(row), delays),
    booked: shared(booked(row), ([yes = 0, no = 0]) => rateOf(yes, yes + no)),
    qualified: shared(qualified(row), ([yes = 0, no = 0]) => rateOf(yes, yes + no)),
    won: shared(outcome(row), closeRate),
    tooYoung: outcome(row)?.counts[2],
    costPerLead: cost(input.spendOf(row), recordsIn(row)),
    costPerQualified: blockCost(input, qualified(row)),
    costPerWon: blockCost(input, outcome(row)),
  })
}

interface Block extends Cells {
  readonly over: readonly string[]
}

export function recordsIn({ counts }: Cells): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

type BlockOf = (row: Cells) => Block | undefined

function blocksFor({ rows, order }: RowFigureInput, part: Part): BlockOf {
  const blocks = mergeSmallCells(onePart(rows, part), order).map((block) => ({
    ...block,
    over: namesOver(rows, block, order),
  }))
  const home = new Map(blocks.flatMap((block) => block.groups.map((group) => [group, block])))
  return (row) => home.get(row.groups[0] ?? '')
}

function contactFigures(
  block: Block | undefined,
  delays: ReadonlyMap<string, readonly number[]>,
): Pick<RowFigures, 'contacted' | 'contactedInTime' | 'medianMinutesToContact'> {
  const own = (block?.groups ?? []).flatMap((group) => delays.get(group) ?? [])
  return {
    contacted: shared(block, ([soon = 0, late = 0, never = 0]) =>
      rateOf(soon + late, soon + late + never),
    ),
    contactedInTime: shared(block, ([soon = 0, late = 0]) => rateOf(soon, soon + late)),
    medianMinutesToContact: median(own),
  }
}

function shared(
  block: Block | undefined,
  rate: (counts: readonly number[]) => Rate | undefined,
): Shared | undefined {
  const found = block && rate(block.counts)
  return found && { ...found, over: block.over }
}

function blockCost({ spendOf }: RowFigureInput, block: Block | undefined): number | undefined {
  return block && cost(spendOf(block), block.counts[0])
}

function cost(spend: number | undefined, of: number | undefined): number | undefined {
  if (spend === undefined || of === undefined || of === 0) return undefined
  return Math.round((spend / of) * 100) / 100
}

function delaysByGroup({ names, delaysMs }: RowFigureInput): ReadonlyMap<string, number[]> {
  const delays = new Map<string, number[]>()
  delaysMs.forEach((delay, at) => {
    const name = names[at]
    if (delay === undefined || name === undefined) return
    const own = delays.get(name)
    if (own === undefined) delays.set(name, [delay])
    else own.push(delay)
  })
  return delays
}

function median(delaysMs: readonly number[]): number | undefined {
  const sorted = Float64Array.from(delaysMs).sort()
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) return undefined
  return Math.round((low + high) / 2 / MINUTE_MS)
}
