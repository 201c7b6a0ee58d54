import { PermanentError } from '#src/errors.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import type { SegmentDefinition } from '#src/ports.ts'
import { guardText } from '#src/privacy/egress-guard.ts'
import { clinicalWordsIn } from '#src/scoring/check/clinical-words.ts'
import { PROTECTED_ATTRIBUTES } from '#src/scoring/check/protected-words.ts'

const LONGEST = 40
/** One line that reads as words in a list, and as no formula where somebody exports it. */
const READABLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.'’&/()+-]*$/u

/**
 * Names as they may stand in a CRM. Throws PermanentError `segment-names-unfit` that tells everything
 * wrong with them: the names are seen by whoever opens a record.
 */
export function checkNames(
  { modes }: SegmentDefinition,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const keys = modes.flatMap(({ key }) => (key === null ? [] : [key])).sort()
  const given = Object.entries(names).map(([key, name]) => [key, name.trim()] as const)
  const problems = [
    ...(given.every(([key]) => keys.includes(key)) ? [] : ['one is of no segment proposed']),
    ...given
      .filter(([key]) => keys.includes(key))
      .flatMap(([key, name]) => problemsOf(name).map((what) => `${key}: ${what}`)),
    ...(given.length === 0 ? ['none is named'] : []),
    ...(hasTwice(given.map(([, name]) => name)) ? ['two have the same name'] : []),
  ]
  if (problems.length === 0) return Object.fromEntries(given)
  throw new PermanentError(
    'segment-names-unfit',
    `These names cannot be written: ${problems.join('; ')}.`,
    keys.length === 0 ? 'None was proposed.' : `Name some of: ${keys.join(', ')}.`,
  )
}

/** What is found is not repeated: an error stands in logs, where no such word may. */
function problemsOf(name: string): readonly string[] {
  if (name.length > LONGEST) return [`longer than ${LONGEST} letters`]
  if (!READABLE.test(name)) return ['not a line of words']
  const words = ` ${name.toLowerCase()} `
  const attributes = PROTECTED_ATTRIBUTES.filter(({ severity }) => severity === 'error')
  return [
    ...lintText(name).map(({ use }) => `a word to avoid; say instead: ${use}`),
    ...(clinicalWordsIn(name, 'individual').length > 0 ? ['tells of health'] : []),
    ...attributes.filter((one) => one.words.test(words)).map((one) => `tells of ${one.name}`),
    ...(guardText('crm', name) === 'clean' ? [] : ['could identify somebody or tell of health']),
  ]
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.toLowerCase())).size < names.length
}
