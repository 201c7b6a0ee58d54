import { z } from 'zod'

const LONGEST = 1000

/** Where the next page begins, as text to be handed back unread. */
function cursorFor(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Takes back what `cursorFor` gave for this kind of place, and nothing else. */
export function cursorOf<Place extends z.ZodType>(place: Place) {
  return z
    .unknown()
    .optional()
    .transform((text, context): z.output<Place> | undefined => {
      if (text === undefined) return undefined
      const read = typeof text === 'string' && text.length <= LONGEST ? decode(text) : undefined
      const parsed = place.safeParse(read)
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'no cursor of this list' })
      return z.NEVER
    })
}

/** Text decoded in another way than it was encoded was not made here. */
function decode(text: string): unknown {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

const MOST = 200

/** How many a page holds. */
export const PageLimit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(MOST))
  .default(50)

/** One page and where the next begins; `null` after the last. Ask for one more than `limit`. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  placeAfter: (last: Item) => object,
): { items: readonly Item[]; next: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isMore = found.length > limit && last !== undefined
  return { items, next: isMore ? cursorFor(placeAfter(last)) : null }
}
