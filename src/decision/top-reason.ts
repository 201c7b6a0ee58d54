import type { Reason } from '../scoring/score.ts'

// A single-line text property or field holds 255 characters in both CRMs.
const LONGEST = 255

/** The rule that gave most, as `Asked for a consultation (+25)`, in the words of `say`; `null` when nothing gave points. */
export function topReason(
  reasons: readonly Reason[],
  say: (text: string) => string = (text) => text,
): string | null {
  const best = reasons
    .filter(({ kind, points }) => kind === 'rule' && points > 0)
    .sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1))
    .map(({ text, points }) => `${say(text)} (+${points})`)
    .find(({ length }) => length <= LONGEST)
  return best ?? null
}
