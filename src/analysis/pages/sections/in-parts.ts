/** Neighbours together, in at most so many parts of about one length. */
export function inParts<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const length = Math.max(1, Math.ceil(items.length / most))
  return Array.from({ length: Math.ceil(items.length / length) }, (_, part) =>
    items.slice(part * length, (part + 1) * length),
  )
}
