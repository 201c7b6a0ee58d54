import type { FindingKind } from '#src/privacy/detector/finding.ts'
import type { Verdict } from './judge.ts'

/** Shares of 1. `flags` is over the terms that were found, `anyKind` over all that had to be found. */
export interface Figures {
  readonly positives: number
  readonly negatives: number
  readonly recall: number
  readonly anyKind: number
  readonly falsePositives: number
  readonly flags: number
}

const share = (part: readonly unknown[], whole: readonly unknown[]) =>
  whole.length === 0 ? Number.NaN : part.length / whole.length

export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const wanted = verdicts.filter((verdict) => !verdict.case.none)
  const lookAlikes = verdicts.filter((verdict) => verdict.case.none)
  const found = wanted.filter((verdict) => verdict.found)
  return {
    positives: wanted.length,
    negatives: lookAlikes.length,
    recall: share(found, wanted),
    anyKind: share(
      wanted.filter((verdict) => verdict.anyKind),
      wanted,
    ),
    falsePositives: share(
      lookAlikes.filter((verdict) => verdict.found),
      lookAlikes,
    ),
    flags: share(
      found.filter((verdict) => verdict.flagged),
      found,
    ),
  }
}

const figure = (value: number) => (Number.isNaN(value) ? '    –' : value.toFixed(3))

export function tableRow(title: string, figures: Figures, withFlags: boolean): string {
  const columns = [
    title.padEnd(24),
    String(figures.positives).padStart(5),
    String(figures.negatives).padStart(5),
    figure(figures.recall),
    figure(figures.anyKind),
    figure(figures.falsePositives),
    withFlags ? figure(figures.flags) : '',
  ]
  return columns.join('  ').trimEnd()
}

export const TABLE_HEAD = `${'kind'.padEnd(24)}   pos    neg  recall  any   false   flags`

/** The lines to work on; holdout cases are never listed, so that nobody tunes on them. */
export function mistakes(kind: FindingKind, verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter((verdict) => verdict.case.kind === kind)
    .flatMap(({ case: asked, found, flagged }) => {
      if (asked.none) return found ? [`FALSE  ${kind}: ${asked.text}`] : []
      if (!found) return [`MISSED ${kind}: «${asked.span}» in ${asked.text}`]
      return withFlags(kind) && !flagged ? [`FLAGS  ${kind}: «${asked.span}» in ${asked.text}`] : []
    })
}

export function withFlags(kind: FindingKind): boolean {
  return ['mental-health', 'substance-use', 'medication', 'crisis'].includes(kind)
}
