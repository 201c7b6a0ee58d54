/** One end of an association, seen from the other. */
export interface Link {
  readonly toId: string
  readonly primary: boolean
}

/** Associations of all records, kept in both directions; types are object type ids. */
export interface AssociationStore {
  of(from: string, fromId: string, to: string): readonly Link[]
  /** `false` when the two were linked just so already. */
  link(ends: Ends, primary: boolean): boolean
  /** `false` when the two were not linked. */
  unlink(ends: Ends): boolean
  /** Forgets every association of a record. */
  forget(type: string, id: string): void
  /** Type ids a record has links to. */
  neighbours(from: string, fromId: string): readonly string[]
}

export interface Ends {
  readonly from: string
  readonly fromId: string
  readonly to: string
  readonly toId: string
}

export function createAssociationStore(): AssociationStore {
  const pairs = new Map<string, Map<string, Link[]>>()
  const linksOf = (from: string, to: string) => {
    const known = pairs.get(`${from}>${to}`)
    if (known !== undefined) return known
    const fresh = new Map<string, Link[]>()
    pairs.set(`${from}>${to}`, fresh)
    return fresh
  }
  const neighbours = (from: string, fromId: string) =>
    [...pairs].flatMap(([pair, links]) => {
      const [side, to] = pair.split('>')
      return side === from && to !== undefined && links.has(fromId) ? [to] : []
    })
  const drop = ({ from, fromId, to, toId }: Ends) => {
    const links = linksOf(from, to)
    const rest = (links.get(fromId) ?? []).filter((link) => link.toId !== toId)
    if (rest.length === 0) links.delete(fromId)
    else links.set(fromId, rest)
  }
  const unlink = (ends: Ends) => {
    const known = linksOf(ends.from, ends.to).get(ends.fromId) ?? []
    if (!known.some(({ toId }) => toId === ends.toId)) return false
    drop(ends)
    drop(reversed(ends))
    return true
  }
  return {
    of: (from, fromId, to) => pairs.get(`${from}>${to}`)?.get(fromId) ?? [],
    link: (ends, primary) => {
      const known = linksOf(ends.from, ends.to).get(ends.fromId) ?? []
      if (known.some((link) => link.toId === ends.toId && link.primary === primary)) return false
      put(linksOf(ends.from, ends.to), ends.fromId, ends.toId, primary)
      put(linksOf(ends.to, ends.from), ends.toId, ends.fromId, primary)
      return true
    },
    unlink,
    forget: (type, id) => {
      for (const to of neighbours(type, id)) {
        const links = linksOf(type, to).get(id) ?? []
        for (const { toId } of links) unlink({ from: type, fromId: id, to, toId })
      }
    },
    neighbours,
  }
}

function reversed({ from, fromId, to, toId }: Ends): Ends {
  return { from: to, fromId: toId, to: from, toId: fromId }
}

function put(links: Map<string, Link[]>, fromId: string, toId: string, primary: boolean): void {
  const known = links.get(fromId)
  if (known === undefined) {
    links.set(fromId, [{ toId, primary }])
    return
  }
  const at = known.findIndex((link) => link.toId === toId)
  if (at === -1) known.push({ toId, primary })
  else known[at] = { toId, primary }
}
