import { doubleCounting } from './double-counting.ts'
import type { Lint } from './lint.ts'
import { missingBecause } from './missing-because.ts'
import { missingSpanish } from './missing-spanish.ts'
import { noEffect } from './no-effect.ts'
import { overlappingRanges } from './overlapping-ranges.ts'
import { protectedAttributes } from './protected-attributes.ts'
import { signalOrder } from './signal-order.ts'
import { swampingPoints } from './swamping-points.ts'
import { thresholds } from './thresholds.ts'
import { unknownFacts } from './unknown-facts.ts'
import { unreachableRules } from './unreachable-rules.ts'
import { unusedLists } from './unused-lists.ts'
import { wording } from './wording.ts'

/** Every lint there is. */
export const LINTS: readonly Lint[] = [
  unknownFacts,
  unreachableRules,
  noEffect,
  overlappingRanges,
  doubleCounting,
  thresholds,
  swampingPoints,
  signalOrder,
  protectedAttributes,
  wording,
  missingBecause,
  missingSpanish,
  unusedLists,
]
