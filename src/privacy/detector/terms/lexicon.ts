import type { TermKind } from '../finding.ts'
import { BUSINESS_TOPICS } from './lexicon/business-topics.ts'
import * as crisis from './lexicon/crisis.ts'
import type { Cue } from './lexicon/cues.ts'
import * as medication from './lexicon/medication.ts'
import * as mentalHealth from './lexicon/mental-health.ts'
import * as mentalHealthSaid from './lexicon/mental-health-in-plain-words.ts'
import { ORDINARY } from './lexicon/ordinary.ts'
import { ORDINARY_SUBSTANCES } from './lexicon/ordinary-substances.ts'
import * as substanceUse from './lexicon/substance-use.ts'
import * as substanceUseSaid from './lexicon/substance-use-in-plain-words.ts'

/** Terms that are told from ordinary words in the same way. */
export interface TermGroup {
  /** None for ordinary phrases, which hide the terms within them. */
  readonly kind: TermKind | undefined
  readonly terms: readonly string[]
  /** Counts only where a word of one of these lists, or a plain term, stands in the same sentence. */
  readonly needs?: readonly Cue[]
  /** The term says itself that it is not so. */
  readonly denied?: true
  /** Only single words that are a term for certain may be met in a wrong spelling. */
  readonly forgiving?: true
}

function plain(kind: TermKind, ...terms: string[]): TermGroup {
  return { kind, terms, forgiving: true }
}

function inDoubt(kind: TermKind, needs: readonly Cue[], terms: string): TermGroup {
  return { kind, terms: [terms], needs }
}

export const LEXICON: readonly TermGroup[] = [
  { kind: undefined, terms: [ORDINARY, ORDINARY_SUBSTANCES, BUSINESS_TOPICS] },
  plain(
    'mental-health',
    mentalHealth.CONDITIONS,
    mentalHealth.ABBREVIATIONS,
    mentalHealth.PLAIN_ABBREVIATIONS,
    mentalHealthSaid.IN_PLAIN_WORDS,
    mentalHealth.MISSPELLED,
    mentalHealthSaid.IN_SPANISH,
  ),
  plain(
    'substance-use',
    substanceUse.SUBSTANCES,
    substanceUse.DISORDERS_AND_CARE,
    substanceUseSaid.IN_PLAIN_WORDS,
    substanceUseSaid.IN_SPANISH,
  ),
  plain(
    'medication',
    medication.GENERIC_NAMES,
    medication.BRAND_NAMES,
    medication.KINDS_OF_MEDICATION,
    medication.MISSPELLED,
    medication.IN_SPANISH,
  ),
  plain('crisis', crisis.CRISIS, crisis.CRISIS_IN_SPANISH),
  inDoubt('mental-health', ['care', 'dosing'], mentalHealth.IN_DOUBT),
  inDoubt('mental-health', ['care', 'dosing', 'self', 'third', 'kin'], mentalHealth.FEELINGS),
  inDoubt('mental-health', ['care', 'dosing', 'denial'], mentalHealth.ABBREVIATIONS_IN_DOUBT),
  { kind: 'substance-use', terms: [substanceUseSaid.DENIED], denied: true },
  inDoubt('substance-use', ['misuse'], substanceUse.MISUSED_MEDICATION),
  inDoubt('substance-use', ['drugs'], substanceUse.IN_DOUBT),
  inDoubt('medication', ['dosing', 'care'], medication.IN_DOUBT),
  inDoubt('crisis', ['care', 'drugs'], crisis.CRISIS_IN_DOUBT),
  inDoubt('crisis', ['care', 'denial', 'negator', 'crisisTalk'], crisis.CRISIS_ABBREVIATIONS),
]
