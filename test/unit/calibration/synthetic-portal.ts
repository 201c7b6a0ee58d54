import type { Column, Dataset } from '#src/calibration/dataset.ts'
import { chanceOf } from '#src/calibration/statistics/logit.ts'
import { createRandom, type Random } from '#src/calibration/statistics/random.ts'

export interface SyntheticPortal {
  readonly data: Dataset
  /** The log odds the outcomes were drawn with. */
  readonly truth: Float64Array
}

interface PortalOptions {
  readonly rows: number
  readonly seed: number
  /** 0: outcomes have nothing to do with any column. */
  readonly strength?: number
  readonly intercept?: number
}

const SOURCES = ['web', 'ads', 'referral', 'event', 'list', 'partner']
const SOURCE_WEIGHTS = [0, -0.9, 1.4, 0.5, -1.2, 0.9]
const INDUSTRIES = ['health', 'software', 'retail', 'public', 'school']
const INDUSTRY_WEIGHTS = [0.8, 0.3, -0.6, 0, -0.3]

/** Records of a portal whose true weights are known: numbers, codes, missing values, noise. */
export function syntheticPortal(options: PortalOptions): SyntheticPortal {
  const { rows, seed, strength = 1, intercept = -2 } = options
  const random = createRandom(seed)
  const source = codes('source', SOURCES, rows, random)
  const industry = codes('industry', INDUSTRIES, rows, random)
  const noise = codes('noise', ['a', 'b', 'c', 'd'], rows, random)
  const size = numbers('size', rows, () => Math.floor(Math.exp(random() * 8)), random, 0.15)
  const visits = numbers('visits', rows, () => Math.floor(random() * 20), random, 0.05)
  const height = numbers('height', rows, () => Math.floor(random() * 1000), random, 0)
  const truth = Float64Array.from({ length: rows }, (_, row) => {
    const people = size.values[row] ?? NaN
    const seen = visits.values[row] ?? NaN
    const sum =
      (SOURCE_WEIGHTS[source.codes[row] ?? 0] ?? 0) +
      (INDUSTRY_WEIGHTS[industry.codes[row] ?? 0] ?? 0) +
      (Number.isNaN(people) ? -0.5 : 0.25 * (Math.log(people + 1) - 4)) +
      (Number.isNaN(seen) ? 0 : 0.12 * (Math.min(seen, 12) - 6))
    return intercept + strength * sum
  })
  const outcome = Uint8Array.from(truth, (odds) => (random() < chanceOf(odds) ? 1 : 0))
  const columns: Column[] = [source, industry, noise, size, visits, height]
  return { data: { rows, columns, outcome }, truth }
}

function codes(name: string, levels: readonly string[], rows: number, random: Random) {
  const drawn = Int16Array.from({ length: rows }, () => Math.floor(random() * levels.length))
  return { kind: 'code' as const, name, levels, codes: drawn }
}

function numbers(
  name: string,
  rows: number,
  draw: () => number,
  random: Random,
  missingShare: number,
) {
  const values = Float64Array.from({ length: rows }, () => (random() < missingShare ? NaN : draw()))
  return { kind: 'number' as const, name, values, decimals: 0 }
}
