import { fitEntries } from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'

/** Lists that no rule asks for. */
export const unusedLists: Lint = ({ model }) => {
  const used = new Set(fitEntries(model).map(({ rule }) => rule.inList))
  return Object.keys(model.lists).flatMap((name): Finding[] => {
    if (used.has(name)) return []
    return [
      {
        code: 'unused-list',
        severity: 'warning',
        path: ['lists', name],
        message: `No rule uses the list "${name}"`,
        fix: 'Remove it, or use it.',
      },
    ]
  })
}
