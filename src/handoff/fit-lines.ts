import type { NoteTexts } from './texts/note-texts.ts'

export type NoteSection = keyof NoteTexts['headings']

/** One whole line of a note; the higher the weight, the later it is given up. */
export interface NoteLine {
  readonly section: NoteSection
  /** Or what it says beside the lines that are kept; a line that says nothing is left out. */
  readonly text: string | ((kept: readonly NoteLine[]) => string)
  readonly weight: number
}

/** The weight of a line that is never given up, whatever the length. */
export const NEVER_DROPPED = Infinity

/**
 * The lines under their headings in at most `limit` UTF-16 units. The least weighty line goes first,
 * of equals the later one; a line is kept whole or not at all, and an empty section has no heading.
 */
export function fitLines(
  lines: readonly NoteLine[],
  headings: Readonly<Record<NoteSection, string>>,
  limit: number,
): string {
  const kept = [...lines]
  let note = layOut(kept, headings)
  while (note.length > limit) {
    const weakest = weakestOf(kept)
    if (weakest === undefined) return note
    kept.splice(weakest, 1)
    note = layOut(kept, headings)
  }
  return note
}

function weakestOf(lines: readonly NoteLine[]): number | undefined {
  let weakest: number | undefined
  let least = NEVER_DROPPED
  for (const [index, { weight }] of lines.entries()) {
    if (weight === NEVER_DROPPED || weight > least) continue
    weakest = index
    least = weight
  }
  return weakest
}

function layOut(
  lines: readonly NoteLine[],
  headings: Readonly<Record<NoteSection, string>>,
): string {
  const said = lines
    .map(({ section, text }) => ({ section, text: typeof text === 'string' ? text : text(lines) }))
    .filter(({ text }) => text !== '')
  return [...Map.groupBy(said, ({ section }) => section)]
    .map(([section, members]) => [headings[section], ...members.map(({ text }) => text)].join('\n'))
    .join('\n\n')
}
