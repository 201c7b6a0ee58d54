/** One bad value refuses the batch it is in (HubSpot docs, "Error handling"). */
export type Halved<T> = readonly T[] | 'refused'

/** Enough to corner two bad values among a hundred. */
const MOST_CALLS = 28

/**
 * What is refused is asked again in halves until the bad values stand alone; after so many calls it was
 * not for a value, and what is still refused is let go.
 */
export async function readHalved<I, T>(
  items: readonly I[],
  read: (items: readonly I[]) => Promise<Halved<T>>,
): Promise<readonly T[]> {
  const found: T[] = []
  const open: (readonly I[])[] = [items]
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const part = open.pop()
    if (part === undefined) break
    const answer = await read(part)
    if (answer !== 'refused') found.push(...answer)
    else if (part.length > 1) {
      const middle = Math.ceil(part.length / 2)
      open.push(part.slice(middle), part.slice(0, middle))
    }
  }
  return found
}
