import type { Reason } from '../scoring/score.ts'
import { fill } from './fill.ts'
import type { NoteLine } from './fit-lines.ts'
import type { NoteTexts } from './texts/note-texts.ts'

const MOST_REASONS = 4
const HEAVIEST = 70

/**
 * The rules that weigh most, a line each, and one line for whatever else counted: the points of the lines
 * a note has room for add up to the score. `say` gives a text of the model in the language of the note.
 */
export function reasonLines(
  reasons: readonly Reason[],
  say: (text: string) => string,
  texts: NoteTexts['rest'],
): readonly NoteLine[] {
  const top = topReasons(reasons)
  const told = new Map(
    top.map((reason, rank): [NoteLine, Reason] => {
      const text = `${signed(reason.points)} ${say(reason.text).replace(/[.!?]$/, '')}.`
      return [{ section: 'score', text, weight: HEAVIEST - rank * 10 }, reason]
    }),
  )
  const others = reasons.filter((reason) => !top.includes(reason))
  const rest = (kept: readonly NoteLine[]): string => {
    const dropped = [...told].filter(([line]) => !kept.includes(line)).map(([, reason]) => reason)
    return restLine([...others, ...dropped], texts)
  }
  // Given up after all of them, so that no others are ever read as the whole.
  return [...told.keys(), { section: 'score', text: rest, weight: HEAVIEST + 1 }]
}

/** Rules that counted, by weight of their points; adjustments, caps and floors are told together. */
function topReasons(reasons: readonly Reason[]): readonly Reason[] {
  return reasons
    .filter(({ kind, points }) => kind === 'rule' && points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST_REASONS)
}

/** Nothing where the others cancel out: what is shown is the score then. */
function restLine(rest: readonly Reason[], texts: NoteTexts['rest']): string {
  let points = 0
  let count = 0
  let limits = false
  for (const reason of rest) {
    points += reason.points
    if (reason.kind === 'cap' || reason.kind === 'floor') limits = true
    else if (reason.points !== 0) count += 1
  }
  if (points === 0) return ''
  return fill(texts[restName(count, limits)], { points: signed(points), count: String(count) })
}

function restName(count: number, limits: boolean): keyof NoteTexts['rest'] {
  if (count === 0) return 'limits'
  const many = count === 1 ? 'one' : 'more'
  return limits ? `${many}AndLimits` : many
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}
