import type { Vocabulary } from './vocabulary.ts'
import { byExactWords } from './vocabulary.ts'

/** Who was asked and would not say is a group of its own; who was never asked is in none. */
const DECLINED = [
  'decline',
  'declined to answer',
  'declined to say',
  'decline to answer',
  'decline to state',
  'decline to self identify',
  'prefer not to say',
  'prefer not to answer',
  'choose not to disclose',
  'not disclosed',
  'refused',
  'do not wish to answer',
  'i do not wish to answer',
  "i don't wish to answer",
  'i do not want to answer',
]

export const AUDIT_GENDER = byExactWords({
  woman: ['female', 'f', 'women', 'cisgender woman'],
  man: ['male', 'm', 'men', 'cisgender man'],
  transgender: ['trans', 'transgender woman', 'transgender man', 'trans woman', 'trans man'],
  'non-binary': ['nonbinary', 'gender non conforming', 'genderqueer', 'x'],
  declined: DECLINED,
  other: [],
})

// The seven minimum categories of OMB Statistical Policy Directive 15 (89 FR 22182, 29 March 2024).
const ONE_CATEGORY = byExactWords({
  'american-indian-alaska-native': [
    'american indian or alaska native',
    'american indian',
    'alaska native',
    'native american',
  ],
  asian: ['asian american'],
  'black-african-american': ['black or african american', 'black', 'african american'],
  'hispanic-latino': ['hispanic or latino', 'hispanic', 'latino', 'latina', 'latinx'],
  'middle-eastern-north-african': [
    'middle eastern or north african',
    'middle eastern',
    'north african',
    'mena',
  ],
  'native-hawaiian-pacific-islander': [
    'native hawaiian or pacific islander',
    'native hawaiian or other pacific islander',
    'native hawaiian',
    'pacific islander',
  ],
  white: ['caucasian'],
  several: ['two or more races', 'more than one race', 'multiracial', 'multiethnic', 'mixed'],
  declined: DECLINED,
  other: [],
})

/** The directive has people tick all that applies: more than one is `several`. */
export const AUDIT_RACE_ETHNICITY: Vocabulary = {
  codes: ONE_CATEGORY.codes,
  code: (text) => {
    const ticked = text.split(';').filter((part) => part.trim() !== '')
    const [only = 'other', ...more] = new Set(ticked.map(ONE_CATEGORY.code))
    return more.length === 0 ? only : 'several'
  },
}

const bands = (...ranges: readonly string[]): readonly string[] =>
  ranges.flatMap((range) => [range, range.replace('-', ' to ')])

/** A band of a form that lies in two of these, such as 40-49, is `other` until its owner says which. */
export const AUDIT_AGE_BAND = byExactWords({
  'under-18': [
    ...bands('0-17', '6-12', '12-17', '13-17'),
    'under 13',
    'below 18',
    'younger than 18',
    '17 or younger',
    'minor',
  ],
  '18-24': bands('18-24', '18-20', '18-21', '20-24', '21-24', '22-24'),
  '25-44': bands('25-44', '25-29', '25-34', '25-39', '30-34', '30-39', '35-39', '35-44', '40-44'),
  '45-64': bands(
    '45-64',
    '45-49',
    '45-54',
    '45-59',
    '50-54',
    '50-59',
    '50-64',
    '55-59',
    '55-64',
    '60-64',
  ),
  '65-plus': [
    ...bands('65-69', '65-74', '70-74', '75-79', '75-84', '80-84'),
    '65+',
    '70+',
    '75+',
    '80+',
    '85+',
    '65 or older',
    '65 and over',
    'over 65',
  ],
  declined: DECLINED,
  other: [],
})

export const AUDIT_PAYER_TYPE = byExactWords({
  commercial: [
    'commercial insurance',
    'private insurance',
    'private health insurance',
    'employer insurance',
    'employer sponsored',
    'ppo',
    'hmo',
    'marketplace',
  ],
  medicaid: ['medicaid managed care', 'chip', 'medi cal'],
  medicare: ['medicare advantage'],
  military: ['tricare', 'va', 'veterans affairs', 'champva', 'military insurance'],
  'self-pay': ['cash', 'cash pay', 'private pay', 'out of pocket'],
  none: ['uninsured', 'no insurance', 'not insured'],
  declined: DECLINED,
  other: [],
})

/** The two forms federal contractors ask by (VETS, and CC-305 of the OFCCP) among them. */
export const AUDIT_YES_NO = byExactWords({
  yes: [
    'true',
    'y',
    't',
    '1',
    'on',
    'veteran',
    'i am a veteran',
    'protected veteran',
    'disabled',
    'i have a disability',
    'yes, I have a disability, or have had one in the past',
  ],
  no: [
    'false',
    'n',
    'f',
    '0',
    'off',
    'not a veteran',
    'i am not a veteran',
    'i am not a protected veteran',
    'not disabled',
    'i do not have a disability',
    'no, I do not have a disability and have not had one in the past',
  ],
  declined: DECLINED,
  other: [],
})
