import type { WordRule } from './vocabulary.ts'
import { anyOf } from './vocabulary.ts'

/** Words for somebody who leads whatever follows them. */
export const LEADS =
  '(?:chief|head|vp|avp|svp|evp|vice president|director|dir|president|officer|global lead|executive)'

/** Who builds a plan's or an EAP's network. A bare "network manager" looks after computers. */
const NETWORKS: readonly WordRule[] = [
  [
    'network-manager',
    anyOf(
      'provider (?:networks?|contracting|contracts|relations|partnerships?)',
      'network (?:contracting|adequacy|relations|partnerships?)',
      'network (?:development|strategy)(?! engineer)',
      `${LEADS}(?: of| for)?(?: provider| clinical| behaviou?ral health)? networks?(?: management)?`,
      '(?:clinical|behaviou?ral health|affiliate) networks? .*',
      'managed care(?! nurse).*',
    ),
  ],
]

/** Who leads care. The bare letters CMO are read as medical; a chief of marketing spells it out here. */
const LEADERS: readonly WordRule[] = [
  [
    'chief-medical-officer',
    anyOf('chief (?:medical|clinical|psychiatric|behaviou?ral health) officer', 'cmo'),
  ],
  [
    'clinical-leader',
    anyOf(
      'chief (?:nursing|nurse|quality) officer',
      '(?:clinical|medical|nursing) (?:director|supervisor|manager|lead|officer)',
      `${LEADS}(?: of| for)? (?:nursing|clinical|medical affairs|psychiatry|behaviou?ral health|mental health|counsell?ing)(?: .*)?`,
      '(?:behaviou?ral health|mental health|outpatient|residential|treatment|recovery)(?: programs?| services)? (?:director|manager|administrator)',
    ),
  ],
  [
    'admissions-leader',
    anyOf(
      'chief admissions officer',
      '(?:director|dir|head|vp|vice president|manager)(?: of)? (?:admissions|intake)(?: .*)?',
      '(?:admissions|intake) (?:director|manager|lead|supervisor)',
    ),
  ],
]

/** Who helps others find a place, by title. */
const REFERRERS: readonly WordRule[] = [
  [
    'discharge-planner',
    anyOf(
      'discharge (?:planner|planning|coordinator|nurse|specialist|manager)(?: .*)?',
      'care transitions?(?: .*)?',
      'transitions? of care(?: .*)?',
      'transitional care (?:coordinator|manager|nurse|specialist)',
    ),
  ],
  [
    'care-coordinator',
    anyOf(
      '(?:case|care) (?:managers?|management|coordinators?|coordination)',
      '(?:care|patient|nurse) navigators?',
      'referrals? (?:coordinator|specialist|manager|liaison)',
    ),
  ],
  [
    'school-counselor',
    anyOf(
      '(?:school|guidance) counsell?ors?',
      'school (?:psychologist|social worker|nurse)',
      '(?:director|head|dean) of (?:school|student|university|college) counsell?ing',
    ),
  ],
]

const CLINICIANS: readonly WordRule[] = [
  [
    'clinician',
    anyOf(
      '(?:psycho)?therapists?',
      'psychiatrists?',
      'psychiatric .*',
      'psychologists?',
      'psychoanalyst',
      'counsell?ors?',
      'social worker',
      'nurses?',
      'nurse practitioner',
      'clinicians?',
      'behaviou?r analyst',
      'bcba',
      'lcsw',
      'lmsw',
      'msw',
      'lmft',
      'mft',
      'lpc',
      'lpcc',
      'lmhc',
      'pmhnp',
      'fnp',
      'aprn',
      'arnp',
      'rn',
      'lpn',
      'psyd',
      'cadc',
      'ladc',
      'pharmacist',
    ),
  ],
  [
    'physician',
    anyOf(
      'primary care (?:physician|provider|doctor)',
      'pcp',
      'physicians?',
      'physician assistant',
      'doctor',
      'general practitioner',
      'p(?:a)?ediatricians?',
      'internist',
      'hospitalist',
      'obstetrician',
      'family medicine',
      'md',
      'm d',
    ),
  ],
]

/** Job titles in care, in plans' networks and among those who refer, most specific first. */
export const CARE_ROLES: readonly WordRule[] = [
  ...NETWORKS,
  ...LEADERS,
  ...REFERRERS,
  ...CLINICIANS,
]
