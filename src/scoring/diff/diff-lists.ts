import { counted } from '../document/plain-words.ts'
import type { ModelList } from '../lists.ts'
import type { Model } from '../model.ts'
import { type Change, pairUp } from './change.ts'

const MOST_NAMED = 12

/** Lists, and what came into and went out of each. */
export function diffLists(before: Model, after: Model): readonly Change[] {
  const { added, removed, kept } = pairUp(
    Object.entries(before.lists),
    Object.entries(after.lists),
    ([name]) => name,
  )
  return [
    ...removed.map(
      ([name, list]): Change => ({ kind: 'removed', where: name, text: inFull(name, list) }),
    ),
    ...added.map(
      ([name, list]): Change => ({ kind: 'added', where: name, text: inFull(name, list) }),
    ),
    ...kept.flatMap(([[, was], [name, is]]) => diffList(name, entriesOf(was), entriesOf(is))),
  ]
}

function diffList(name: string, was: readonly string[], is: readonly string[]): readonly Change[] {
  const gained = is.filter((entry) => !was.includes(entry))
  const lost = was.filter((entry) => !is.includes(entry))
  const parts = [
    ...(gained.length === 0 ? [] : [`now also ${named(gained)}`]),
    ...(lost.length === 0 ? [] : [`no longer ${named(lost)}`]),
  ]
  if (parts.length === 0) return []
  return [{ kind: 'changed', where: name, text: `The list ${name}: ${parts.join('; ')}` }]
}

function inFull(name: string, list: ModelList): string {
  return `The list ${name}: ${named(entriesOf(list))}`
}

function entriesOf({ codes, words }: ModelList): readonly string[] {
  return [...codes.map(String), ...words.map((word) => `“${word}”`)]
}

function named(entries: readonly string[]): string {
  const some = entries.slice(0, MOST_NAMED)
  const rest = entries.length - some.length
  return [...some, ...(rest === 0 ? [] : [counted(rest, 'more', 'more')])].join(', ')
}
