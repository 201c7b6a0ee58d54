import { saidPoints } from './document/said-points.ts'
import type { Model } from './model.ts'

/** A text of a model that people read in a CRM. */
interface ShownText {
  /** Whose text it is, as the beginning of a sentence. */
  readonly what: string
  readonly text: string
  readonly path: readonly PropertyKey[]
}

/** Every reason, label and theme in English, in the order of the file. */
export function shownTexts(model: Model): readonly ShownText[] {
  const reasons = saidPoints(model).map(({ id, reason, path }) => ({
    what: `The reason of "${id}"`,
    text: reason,
    path: [...path, 'reason'],
  }))
  const tiers = (['sales-ready', 'nurture', 'unqualified'] as const).flatMap((tier) =>
    (['label', 'theme'] as const).flatMap((key) => {
      const text = model.tiers[tier][key]
      if (text === undefined) return []
      return [{ what: `The ${key} of ${tier}`, text, path: ['tiers', tier, key] }]
    }),
  )
  return [...reasons, ...tiers]
}
