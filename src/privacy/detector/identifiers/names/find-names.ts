import type { Candidate, Certainty } from '../candidate.ts'
import type { Scan } from '../scan.ts'
import { bareNameAt, type Run } from './bare-name.ts'
import { FIELD_CUES, LETTER_CUES } from './field-cues.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { INTRODUCTION_CUES, type NameCue, TITLE_CUES } from './name-cues.ts'
import { isOrganisation } from './organisations.ts'
import { toldNameAt } from './told-name.ts'

function indexCues(): ReadonlyMap<string, readonly NameCue[]> {
  const byWord = new Map<string, NameCue[]>()
  for (const cue of [...TITLE_CUES, ...INTRODUCTION_CUES, ...FIELD_CUES, ...LETTER_CUES]) {
    for (const word of new Set(cue.at)) byWord.set(word, [...(byWord.get(word) ?? []), cue])
  }
  return byWord
}

const CUES = indexCues()

function asCandidate({ tokens }: Scan, { first, last }: Run, certainty: Certainty): Candidate {
  return { kind: 'name', certainty, start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
}

/** People's names: by what introduces them, or by the lists. */
export function findNames(scan: Scan): Candidate[] {
  const found: Candidate[] = []
  let free = 0
  for (let index = 0; index < scan.tokens.length; index += 1) {
    const token = scan.tokens[index]
    if (token === undefined) break
    const cues = CUES.get(token.word)
    if (cues === undefined && token.shape === 'lower' && !GIVEN_NAMES.has(token.word)) continue
    const told = cues === undefined ? undefined : toldNameAt(scan, index, cues)
    if (told !== undefined && !isOrganisation(scan, told.first, told.last)) {
      found.push(asCandidate(scan, told, told.isSure ? 'named' : 'plain'))
      free = told.last + 1
      continue
    }
    const bare = index < free ? undefined : bareNameAt(scan, index)
    if (bare === undefined) continue
    free = bare.last + 1
    if (!isOrganisation(scan, bare.first, bare.last)) found.push(asCandidate(scan, bare, 'plain'))
  }
  return found
}
