import { saidPoints } from '../document/said-points.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'

const SHORTEST = 12
const PLACEHOLDER = /^(?:todo|tbd|tba|fixme|n\/?a|none|test|because|xxx|\?+|-+|\.+)\b/i

/** Explanations that explain nothing; the language itself asks that there is one. */
export const missingBecause: Lint = ({ model }) =>
  saidPoints(model).flatMap(({ id, reason, because, path }): Finding[] => {
    const text = because.trim()
    const says = saysNothing(text, reason)
    if (says === undefined) return []
    return [
      {
        code: 'missing-because',
        severity: 'warning',
        path: [...path, 'because'],
        message: `"${id}" does not say why it exists: its because ${says}`,
        fix: 'Write for whoever changes the model next: why these points, from what experience.',
      },
    ]
  })

function saysNothing(because: string, reason: string): string | undefined {
  if (PLACEHOLDER.test(because)) return 'is a placeholder'
  if (plain(because) === plain(reason)) return 'repeats the reason'
  return because.length < SHORTEST ? 'is too short to explain anything' : undefined
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
