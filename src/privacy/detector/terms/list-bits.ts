interface ListBits<Name extends string> {
  readonly names: readonly Name[]
  /** One number for several lists, to ask of a word whether it is in any of them. */
  readonly of: (...names: readonly Name[]) => number
}

/** Gives each of at most 32 lists of words a bit. */
export function createListBits<Name extends string>(
  lists: Readonly<Record<Name, string>>,
): ListBits<Name> {
  const names = Object.keys(lists).filter((name): name is Name => name in lists)
  const bits = new Map(names.map((name, index) => [name, 2 ** index]))
  return { names, of: (...asked) => asked.reduce((sum, name) => sum | (bits.get(name) ?? 0), 0) }
}
