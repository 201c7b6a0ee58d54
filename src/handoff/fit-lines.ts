/** One whole line of a note; the higher the weight, the later it is given up. */
export interface NoteLine {
  readonly section: string
  readonly text: string
  readonly weight: number
}

/**
 * The lines under their headings in at most `limit` UTF-16 units. The least weighty line goes first,
 * of equals the later one; a line is kept whole or not at all, and an empty section has no heading.
 */
export function fitLines(lines: readonly NoteLine[], limit: number): string {
  const kept = [...lines]
  let note = layOut(kept)
  while (note.length > limit) {
    const weakest = kept.reduce(
      (weak, line, index) => (line.weight <= (kept[weak]?.weight ?? Infinity) ? index : weak),
      0,
    )
    kept.splice(weakest, 1)
    note = layOut(kept)
  }
  return note
}

function layOut(lines: readonly NoteLine[]): string {
  const sections = Map.groupBy(lines, ({ section }) => section)
  return [...sections]
    .map(([heading, members]) => [heading, ...members.map(({ text }) => text)].join('\n'))
    .join('\n\n')
}
