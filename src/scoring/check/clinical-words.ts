import type { Audience } from '../../ports.ts'
import { topic } from './clinical-topic.ts'
import { SPANISH_TOPICS } from './clinical-words-spanish.ts'

const CONDITIONS = topic(
  'anxi(?:ety|ous)|depress(?:ion|ed|ive)|bipolar|schizo\\w+|psychosis|psychotic|ptsd|trauma(?:tic)?|ocd|adhd|autis(?:m|tic)|panic|phobias?|borderline|(?:personality |eating )?disorders?|anorexi[ac]|bulimi[ac]|insomnia|dementia|mania|manic|grief',
)
const SUBSTANCES = topic(
  'addict\\w*|substance[- ]use|alcohol\\w*|drinking|opioids?|opiates?|heroin|fentanyl|cocaine|meth(?:amphetamine)?|cannabis|marijuana|sober|sobriety|detox\\w*|withdrawal|overdos\\w*|intoxicat\\w*|drugs?',
)
const MEDICATION = topic(
  'medicat\\w*|prescri\\w+|dos(?:es|age)|antidepressants?|ssris?|lithium|suboxone|buprenorphine|methadone|naltrexone|naloxone|vivitrol|zoloft|sertraline|prozac|lexapro|xanax|adderall|ketamine|benzos?',
)
const DANGER = topic('suicid\\w*|self[- ]harm\\w*|in crisis|hopeless\\w*|violen\\w+|abus\\w+')
const FINDINGS = topic(
  'diagnos\\w+|symptoms?|severity|acuity|comorbid\\w*|prognosis|illness|(?:mentally|severely|chronically) ill|medical necessity|icd(?:-?10)?|dsm',
)
const MEDICINE = topic(
  'crisis|emergency|clinical(?:ly)?|severe|acute|chronic|patients?|treatments?|disease|ill|sick|mental(?:ly)?|psychiatr\\w+|hospitali[sz]\\w+|inpatient|residential|partial hospital|intensive outpatient|rehab\\w*',
  true,
)
const ENGLISH_TOPICS = [CONDITIONS, SUBSTANCES, MEDICATION, DANGER, FINDINGS, MEDICINE]
// A model is read in both languages at once, so a word of either must not stand in the other's text.
const TOPICS = [...ENGLISH_TOPICS, ...SPANISH_TOPICS]

/**
 * Words in a text that tell something of a person's health, each once, in the order of the text and
 * without accents. A reason is read by people who have no need to know it.
 */
export function clinicalWordsIn(text: string, audience: Audience): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const found = TOPICS.filter(({ onlyOfPeople }) => !onlyOfPeople || audience === 'individual')
    .flatMap(({ words }) => [...plain.matchAll(words)])
    .toSorted((a, b) => a.index - b.index)
  return [...new Set(found.map(([word]) => word))]
}
