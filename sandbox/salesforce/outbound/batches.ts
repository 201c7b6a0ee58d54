const LARGEST_BATCH = 100
const REPEATED = 0.1

/**
 * Cuts each group into messages of at most 100, repeats some and mixes all, because listeners are
 * promised neither order nor single delivery.
 */
export function toBatches<T>(
  groups: readonly (readonly T[])[],
  random: () => number,
): readonly (readonly T[])[] {
  const batches = groups.flatMap(chunk)
  const repeated = batches.filter(() => random() < REPEATED)
  return shuffle([...batches, ...repeated], random)
}

function chunk<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / LARGEST_BATCH)
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * LARGEST_BATCH, (at + 1) * LARGEST_BATCH),
  )
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item)
}
