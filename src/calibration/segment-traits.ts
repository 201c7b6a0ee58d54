import type { SegmentFeature } from '../ports.ts'
import { percent } from './figures.ts'
import type { Profile } from './k-modes.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { DID_NOT } from './segment-profile.ts'
import { type Cells, mergeSmallCells } from './small-cells.ts'

/** One thing that is more common in a segment than elsewhere. */
export interface Trait {
  readonly words: string
  readonly here: number
  readonly elsewhere: number
  /** What people here do not do says less than what they do. */
  readonly lack: boolean
}

const MOST_TRAITS = 3
/** A share this much higher, 0–1, sets a segment apart. */
const CLEAR = 0.15

/**
 * The values each segment has more of than everybody else. Rare values are merged until every one is
 * shown of none or enough records in each segment; merged ones are not spoken of.
 */
export function segmentTraits(
  records: readonly OutcomeRecord[],
  keyOf: (record: OutcomeRecord) => string,
  features: readonly SegmentFeature[],
  profiles: readonly Profile[],
): (key: string) => readonly Trait[] {
  const keys = [...new Set(records.map(keyOf))].sort()
  const columns = records.map((record) => keys.indexOf(keyOf(record)))
  const tables = features.map((feature, at) => ({
    feature,
    values: valueCells(profiles, at, columns, keys.length),
  }))
  return (key) => {
    const column = keys.indexOf(key)
    return tables
      .flatMap(({ feature, values }) =>
        values.flatMap((value) => traitOf(feature, value, values, column)),
      )
      .filter(({ here, elsewhere }) => here - elsewhere >= CLEAR)
      .sort(byTelling)
      .slice(0, MOST_TRAITS)
  }
}

function valueCells(
  profiles: readonly Profile[],
  feature: number,
  columns: readonly number[],
  width: number,
): readonly Cells[] {
  const counts = new Map<string, number[]>()
  profiles.forEach((profile, at) => {
    const value = profile[feature] ?? ''
    const own = counts.get(value) ?? Array.from({ length: width }, () => 0)
    const column = columns[at] ?? 0
    own[column] = (own[column] ?? 0) + 1
    counts.set(value, own)
  })
  const cells = [...counts].map(([value, own]) => ({ groups: [value], counts: own }))
  return mergeSmallCells(cells, 'unordered')
}

function traitOf(
  feature: SegmentFeature,
  value: Cells,
  values: readonly Cells[],
  column: number,
): readonly Trait[] {
  const [name] = value.groups
  if (name === undefined || value.groups.length > 1) return []
  const own = sum(values.map(({ counts }) => counts[column] ?? 0))
  const all = sum(values.map(({ counts }) => sum(counts)))
  const count = value.counts[column] ?? 0
  if (own === 0 || all === own) return []
  const [here, elsewhere] = [count / own, (sum(value.counts) - count) / (all - own)]
  return [
    { words: wordsOf(feature, name, here, elsewhere), here, elsewhere, lack: name === DID_NOT },
  ]
}

function byTelling(one: Trait, two: Trait): number {
  const lack = Number(one.lack) - Number(two.lack)
  return lack || two.here - two.elsewhere - (one.here - one.elsewhere)
}

function wordsOf(feature: SegmentFeature, value: string, here: number, elsewhere: number): string {
  const subject = feature.kind === 'rule' ? `rule ${feature.name}` : `${feature.name} is`
  return `${subject} ${value} for ${percent(here)}, elsewhere for ${percent(elsewhere)}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
