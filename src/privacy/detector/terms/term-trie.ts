const ROOT = 0

/** All terms as paths of word ids; a node holds the numbers of the terms' groups that end there. */
export class TermTrie {
  readonly #steps = new Map<number, number>()
  readonly #groups: number[][] = [[]]
  readonly #words: number

  /** `words`: above every word id. A node and a word together make one small number. */
  constructor(words: number) {
    this.#words = words
  }

  add(path: readonly number[], group: number): void {
    let node = ROOT
    for (const word of path) {
      const step = node * this.#words + word
      const next = this.#steps.get(step) ?? this.#groups.push([]) - 1
      this.#steps.set(step, next)
      node = next
    }
    const ending = this.#groups[node]
    if (ending !== undefined && !ending.includes(group)) ending.push(group)
  }

  /** The node a word leads to from the root or from a node; `undefined` when no term goes on so. */
  step(word: number, from = ROOT): number | undefined {
    return this.#steps.get(from * this.#words + word)
  }

  groupsAt(node: number): readonly number[] {
    return this.#groups[node] ?? []
  }
}
