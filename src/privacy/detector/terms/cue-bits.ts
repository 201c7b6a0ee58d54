import { CUES } from './lexicon/cues.ts'
import { createListBits } from './list-bits.ts'

export const { names: CUE_NAMES, of: cueBits } = createListBits(CUES)
