import { TEXTS_IN } from './texts/texts-in.ts'

/** Fixed sentences of our own that speak of a crisis, so that a guard of texts may know them. */
export const PRODUCT_SENTENCES: ReadonlySet<string> = new Set(
  Object.values(TEXTS_IN).map(({ consent }) => consent.crisis),
)
