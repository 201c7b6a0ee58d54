import type { ConsentCode } from '../consent/consent-rules.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Facts, NoteLanguage } from '../ports.ts'
import type { StoppingCode } from './closing-codes.ts'
import { fill } from './fill.ts'
import { noteDate } from './note-date.ts'
import { TEXTS_IN } from './texts/texts-in.ts'

/** What the hold of a record means; a crisis is told by a note of its own. */
export function holdLine(
  { hold, because }: ConsentDecision,
  language: NoteLanguage,
): string | undefined {
  if (hold === null || hold === 'crisis') return undefined
  const { holds, stopped } = TEXTS_IN[language].consent
  const stopping = hold === 'no-consent' ? because.find(isStopping) : undefined
  return stopping === undefined ? holds[hold] : stopped[stopping]
}

function isStopping(code: ConsentCode): code is StoppingCode {
  return Object.hasOwn(TEXTS_IN.en.consent.stopped, code)
}

/**
 * The statement 42 CFR 2.32 asks to go with what is disclosed, and which consent it rests on. Only for
 * a note with information in it: without consent the notice itself would tell what kind of record it is.
 */
export function noticeLines(
  { part2, mayScore }: ConsentDecision,
  facts: Facts,
  language: NoteLanguage,
): readonly string[] {
  if (!part2 || !mayScore) return []
  const { part2Notice, part2Signed, part2Undated } = TEXTS_IN[language].consent
  const signedAt = facts['part2SignedAt']
  const consent =
    typeof signedAt === 'number'
      ? fill(part2Signed, { date: noteDate(signedAt, language) })
      : part2Undated
  return [part2Notice, consent]
}
