/** What a rule can ask of a column; `other` is what is too seldom to say anything about. */
export type Condition =
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly levels: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'other' }

export interface Bin {
  readonly condition: Condition
  /** Training rows in it, and how many of them won. */
  readonly rows: number
  readonly wins: number
}

/** How the values of one column fall into bins; bin 0 is always `other`. */
export interface Binning {
  readonly column: string
  readonly bins: readonly Bin[]
  /** Lowest value of each range, rising, the first being -Infinity; the first range is bin 1. */
  readonly bounds?: Float64Array
  /** The bin of each known code. */
  readonly binOfLevel?: ReadonlyMap<string, number>
  /** The bin of missing values; 0 where they are too few. */
  readonly missing: number
}

export interface BinningOptions {
  /** A range of numbers has at least this share of the rows. */
  readonly floorShare: number
  /** Codes with fewer rows are `other`. */
  readonly leastRows: number
  /** Neighbours stay apart where that explains the outcomes better by so many nats. */
  readonly leastGain: number
  /** So many stay apart whatever they explain: what says nothing alone may do so beside the others. */
  readonly leastBins: number
  readonly mostBins: number
}

export const DEFAULT_BINNING: BinningOptions = {
  floorShare: 0.02,
  leastRows: 10,
  leastGain: 2,
  leastBins: 2,
  mostBins: 24,
}
