/** One difference between two models, in words. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is about: a rule, group, list or tier id, or a part of the model. */
  readonly where: string
  readonly text: string
}

/** "what: from → to", or nothing where both are the same. */
export function changed(where: string, what: string, from: string, to: string): readonly Change[] {
  return from === to ? [] : [{ kind: 'changed', where, text: `${what}: ${from} → ${to}` }]
}

interface Pairing<Item> {
  readonly added: readonly Item[]
  readonly removed: readonly Item[]
  readonly kept: readonly (readonly [before: Item, after: Item])[]
}

/** Which items of two lists are the same, by key. */
export function pairUp<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Pairing<Item> {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const keys = new Set(after.map(keyOf))
  const kept: (readonly [Item, Item])[] = []
  const added: Item[] = []
  for (const item of after) {
    const was = old.get(keyOf(item))
    if (was === undefined) added.push(item)
    else kept.push([was, item])
  }
  return { added, removed: before.filter((item) => !keys.has(keyOf(item))), kept }
}
