import { DENIALS } from './lexicon/denials.ts'
import { createListBits } from './list-bits.ts'

export const { names: DENIAL_NAMES, of: denialBits } = createListBits(DENIALS)
