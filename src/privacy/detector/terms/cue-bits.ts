import type { Cue } from './lexicon/cues.ts'
import { CUES } from './lexicon/cues.ts'

export const CUE_NAMES = Object.keys(CUES).filter(isCue)

const BITS = new Map(CUE_NAMES.map((cue, index) => [cue, 2 ** index]))

/** One number for several cues, to ask of a word whether it has any of them. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | (BITS.get(cue) ?? 0), 0)
}

function isCue(name: string): name is Cue {
  return name in CUES
}
