import { DAY_MS } from './activity-questions.ts'
import type { FactQuestion, Known, WrittenList, WrittenModel } from './written-model.ts'

/** "What can be asked of a fact" of the model language, one question after the other. */
export function factCounts(
  question: FactQuestion,
  known: Known,
  { lists, nowMs }: { lists: WrittenModel['lists']; nowMs: number },
): boolean {
  if (question.missing !== undefined) return known === undefined
  if (known === undefined) return false
  if (question.present !== undefined) return true
  if (question.equals !== undefined) return isOneOf(known, [question.equals])
  if (question.in !== undefined) return isOneOf(known, question.in)
  if (question.range !== undefined) {
    const { min = -Infinity, max = Infinity } = question.range
    return typeof known === 'number' && known >= min && known <= max
  }
  if (question.inList !== undefined) return isListed(known, lists?.[question.inList] ?? [])
  if (question.containsWord !== undefined) {
    return containsOneOf(known, [question.containsWord].flat())
  }
  if (question.dateWithinDays !== undefined) {
    const ageMs = typeof known === 'number' ? nowMs - known : Number.NaN
    return ageMs >= 0 && ageMs <= question.dateWithinDays * DAY_MS
  }
  return false
}

/** "Where a fact has several codes, one of them is enough." */
export function isOneOf(known: Known, codes: readonly (string | number | boolean)[]): boolean {
  return [known].flat().some((code) => codes.some((wanted) => wanted === code))
}

function isListed(known: Known, list: WrittenList): boolean {
  const { codes = [], words = [] } = isPlain(list) ? { codes: list } : list
  return isOneOf(known, codes) || containsOneOf(known, words)
}

function isPlain(list: WrittenList): list is readonly (string | number)[] {
  return Array.isArray(list)
}

function containsOneOf(known: Known, phrases: readonly string[]): boolean {
  const texts = [known].flat().filter((text) => typeof text === 'string')
  return texts.some((text) => phrases.some((phrase) => contains(wordsOf(text), wordsOf(phrase))))
}

/** "The words of a phrase stand next to each other and in that order." */
function contains(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_word, start) => phrase.every((word, index) => words[start + index] === word))
}

/** "Case, accents and whatever is neither letter nor digit do not matter." */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
