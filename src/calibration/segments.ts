import type { SegmentDefinition } from '../ports.ts'
import { assignSegment } from './assign-segment.ts'
import type { Maturity } from './censoring.ts'
import { type Rate, rateOf } from './figures.ts'
import { type Clusters, kModes } from './k-modes.ts'
import { closeRate, countCells, outcomeQuestion } from './outcome-cells.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { learnFeatures, profileOf } from './segment-profile.ts'
import { segmentTraits, type Trait } from './segment-traits.ts'
import { type Cells, mergeSmallCells, mergeSmallGroups } from './small-cells.ts'
import { holm } from './statistics/multiple-comparisons.ts'
import { testTwoProportions } from './statistics/proportions.ts'

/** A proposal, named by a person later. */
interface Segment {
  /** Stable while the records are: `segment-1` is the largest. */
  readonly key: string
  readonly records: number
  /** What sets it apart, most telling first. */
  readonly traits: readonly Trait[]
  readonly closing: Rate
  /** That it closes as everybody else does, corrected for the number of segments looked at. */
  readonly p: number
}

export interface SegmentProposal {
  readonly kept: readonly Segment[]
  /** Records that belong to no kept segment, where that many can be shown. */
  readonly everyoneElse: Rate | undefined
  /** How many segments were looked at. */
  readonly looked: number
  /** What places any record, old or new; kept with the names a person gives. */
  readonly definition: SegmentDefinition
  /** The kept segment of a record, old or new. */
  readonly segmentOf: (record: OutcomeRecord) => string | undefined
}

export interface SegmentOptions {
  readonly maturity: Maturity
  readonly now: number
  /** The coded facts to look at. Leave protected attributes and their proxies out. */
  readonly facts: readonly string[]
}

const FEWEST = 3
const MOST = 5
/** The chance that any segment is kept when outcomes are random. */
const ALPHA = 0.01

/**
 * Three to five segments from facts and from which rules counted, never from outcomes; kept only
 * where they close differently from everybody else.
 */
export function proposeSegments(
  records: readonly OutcomeRecord[],
  { maturity, now, facts }: SegmentOptions,
): SegmentProposal {
  const features = learnFeatures(records, facts)
  const profiles = records.map((record) => profileOf(features, record))
  const clusters = bestClusters(profiles)
  const names = keysBySize(clusters)
  const keys = new Map(
    records.map((record, at) => [record, names[clusters.clusterOf[at] ?? 0] ?? '']),
  )
  const keyOf = (record: OutcomeRecord) => keys.get(record) ?? ''
  const cells = countCells(records, keyOf, outcomeQuestion(maturity, now))
  const blocks = mergeSmallCells(mergeSmallGroups(cells, 'unordered'), 'unordered')
  const kept = differing(blocks)
  const traits = segmentTraits(records, keyOf, features, profiles)
  const keptKeys = new Set(kept.map(({ key }) => key))
  const modes = clusters.modes.map((values, at) => {
    const key = names[at] ?? ''
    return { key: keptKeys.has(key) ? key : null, values }
  })
  const definition = { features, modes }
  return {
    kept: kept.map((one) => ({ ...one, traits: traits(one.key) })),
    everyoneElse: kept.length === 0 ? undefined : rest(blocks, keptKeys),
    looked: names.length,
    definition,
    segmentOf: (record) => assignSegment(definition, record),
  }
}

/** Fewer segments where more do not lie clearly further apart. */
function bestClusters(profiles: readonly (readonly string[])[]): Clusters {
  let best = kModes(profiles, FEWEST)
  for (let k = FEWEST + 1; k <= MOST; k += 1) {
    const next = kModes(profiles, k)
    if (next.silhouette > best.silhouette + 0.01) best = next
  }
  return best
}

function keysBySize({ clusterOf, modes }: Clusters): readonly string[] {
  const sizes = modes.map(() => 0)
  for (const cluster of clusterOf) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  const ranks = modes.map((_, at) => at).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  return modes.map((_, at) => `segment-${ranks.indexOf(at) + 1}`)
}

/** Each against everybody else; Holm's correction keeps even one false difference unlikely. */
function differing(blocks: readonly Cells[]): readonly Omit<Segment, 'traits'>[] {
  const tested = blocks.flatMap((block) => {
    const others = rest(blocks, new Set(block.groups))
    const closing = closeRate(block.counts)
    const key = block.groups[0]
    if (block.groups.length > 1 || key === undefined || !closing || !others) return []
    const records = block.counts.reduce((sum, count) => sum + count, 0)
    return [{ key, records, closing, raw: testTwoProportions(closing, others).p }]
  })
  const adjusted = holm(tested.map(({ raw }) => raw))
  return tested
    .map(({ key, records, closing }, at) => ({ key, records, closing, p: adjusted[at] ?? 1 }))
    .filter(({ p }) => p < ALPHA)
    .sort((a, b) => b.closing.rate - a.closing.rate)
}

function rest(blocks: readonly Cells[], without: ReadonlySet<string>): Rate | undefined {
  const others = blocks.filter(({ groups }) => !groups.some((group) => without.has(group)))
  const sum = (at: number) => others.reduce((total, { counts }) => total + (counts[at] ?? 0), 0)
  return rateOf(sum(0), sum(0) + sum(1))
}
