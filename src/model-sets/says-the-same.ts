import type { NoteLanguage, Tier } from '#src/ports.ts'
import type { CompiledModel, Reason } from '#src/scoring/score.ts'
import { textIn } from '#src/scoring/text-in.ts'

interface Said {
  readonly model: CompiledModel
  readonly reasons: readonly Reason[]
}

/** Whether a note would read the same: the same lines with the same points, and the same advice. */
export function saysTheSame(
  before: Said,
  after: Said,
  { tier, language }: { readonly tier: Tier; readonly language: NoteLanguage },
): boolean {
  if (before.reasons.length !== after.reasons.length) return false
  const [was, is] = [textIn(before.model, language), textIn(after.model, language)]
  const sameLines = after.reasons.every((line, index) => {
    const old = before.reasons[index]
    return old?.points === line.points && was(old.text) === is(line.text)
  })
  return sameLines && adviceOf(before.model, tier, was) === adviceOf(after.model, tier, is)
}

function adviceOf({ tiers }: CompiledModel, tier: Tier, say: (text: string) => string): string {
  const { label, nextAction, respondWithinMinutes, theme } = tiers[tier]
  return JSON.stringify([say(label), nextAction, respondWithinMinutes, say(theme ?? '')])
}
