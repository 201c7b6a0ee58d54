import { PermanentError } from '#src/errors.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity, type FactValue } from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import { didYouMean } from '#src/scoring/suggest.ts'

/** Something that could come to be, as given on the command line. */
export type Supposition =
  | { readonly as: 'activity'; readonly text: string; readonly activity: Omit<Activity, 'at'> }
  | { readonly as: 'fact'; readonly text: string; readonly fact: string; readonly value: FactValue }

/**
 * Reads `webinar-attended`, `page-viewed:pricing` or `companySize=1200`. A kind without a category has
 * the one its rules ask for, if they ask for one. Throws PermanentError `if-malformed`.
 */
export function readSupposition(text: string, model: Model): Supposition {
  const [fact = '', ...rest] = text.split('=')
  if (rest.length > 0) return { as: 'fact', text, fact, value: readValue(rest.join('=')) }
  const [kind = '', category] = text.split(':')
  const known = ACTIVITY_KINDS.find((one) => one === kind)
  if (known === undefined) throw malformed(`"${kind}" is no kind of activity`, kind, ACTIVITY_KINDS)
  if (category === undefined) {
    return {
      as: 'activity',
      text,
      activity: { kind: known, category: usualCategory(known, model) },
    }
  }
  const about = ACTIVITY_CATEGORIES.find((one) => one === category)
  if (about === undefined) {
    throw malformed(`"${category}" is no category`, category, ACTIVITY_CATEGORIES)
  }
  return { as: 'activity', text, activity: { kind: known, category: about } }
}

/** What the model's rules for this kind ask for first, where none takes it without a category. */
function usualCategory(kind: Activity['kind'], { engagement }: Model): Activity['category'] {
  const rules = engagement.groups
    .flatMap((group) => group.rules)
    .filter(({ activity, points }) => points > 0 && activity.includes(kind))
  const takesAny = rules.some(({ category }) => category?.includes('other') ?? true)
  return takesAny ? 'other' : (rules[0]?.category?.[0] ?? 'other')
}

function readValue(text: string): FactValue {
  if (text === 'true' || text === 'yes') return true
  if (text === 'false' || text === 'no') return false
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? number : text
}

function malformed(what: string, given: string, known: readonly string[]): PermanentError {
  return new PermanentError(
    'if-malformed',
    `--if: ${what}${didYouMean(given, known)}.`,
    'Give an activity (webinar-attended), one with a category (page-viewed:pricing), or a fact (companySize=1200).',
  )
}
