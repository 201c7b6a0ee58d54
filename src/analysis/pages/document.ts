import type { Chart } from './charts/chart.ts'

/** A number and how it is read; CSV keeps it as it is, text and pages put it into words. */
export interface Quantity {
  readonly unit: 'whole' | 'decimal' | 'share' | 'points'
  readonly value: number
  /** Digits after the point, of decimals. */
  readonly digits?: number
  /** A 95 % interval in the same unit. */
  readonly low?: number
  readonly high?: number
  /** What a share was counted from. */
  readonly count?: number
  readonly of?: number
  /** Of several rows together, where one alone is too few to show. */
  readonly together?: readonly string[]
}

/** `undefined` is not known, or too few to be shown. */
export type Cell = string | Quantity | undefined

export interface SectionTable {
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface Section {
  readonly title: string
  readonly sentences: readonly string[]
  readonly table?: SectionTable | undefined
  readonly charts?: readonly Chart[]
  /** More than a terminal should print. */
  readonly isDetail?: boolean
}

/** What a result says, before it is text, CSV or a page: each thing is said here once. */
export interface AnalysisDocument {
  readonly title: string
  /** Of what and when, each with its name. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly tone: 'good' | 'notice' | 'alarm'
  /** The answer, in a few words. */
  readonly headline: string
  readonly reasons: readonly string[]
  readonly sections: readonly Section[]
}
