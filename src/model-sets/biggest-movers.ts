import type { RecordRef, Tier } from '#src/ports.ts'
import type { LineChange } from './line-changes.ts'

/** A person whose score moves, by id alone. */
export interface Mover {
  readonly ref: RecordRef
  readonly score: { readonly before: number; readonly after: number }
  readonly tier: { readonly before: Tier | null; readonly after: Tier | null }
  readonly reasons: readonly LineChange[]
}

export interface Candidate extends Omit<Mover, 'reasons'> {
  /** Worked out for those that stay among the biggest alone. */
  readonly reasons: () => readonly LineChange[]
}

/** Keeps the `most` biggest of any number of candidates; equally big ones by id. */
export function createBiggestMovers(most: number) {
  let kept: Candidate[] = []
  let bar = 0
  return {
    /** Moves no bigger than this are not among the biggest. */
    bar: (): number => bar,
    offer: (candidate: Candidate): void => {
      kept.push(candidate)
      if (kept.length < most * 2) return
      kept = sorted(kept).slice(0, most)
      bar = moveOf(kept.at(-1))
    },
    biggest: (): readonly Mover[] =>
      sorted(kept)
        .slice(0, most)
        .map((candidate) => ({ ...candidate, reasons: candidate.reasons() })),
  }
}

function sorted(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) => moveOf(b) - moveOf(a) || (a.ref.id < b.ref.id ? -1 : Number(a.ref.id > b.ref.id)),
  )
}

function moveOf(candidate: Candidate | undefined): number {
  if (candidate === undefined) return 0
  return Math.abs(candidate.score.after - candidate.score.before)
}
