import { CARE_ROLES, LEADS } from './role-in-care.ts'
import type { Vocabulary, WordRule } from './vocabulary.ts'
import { anyOf, byFirstRule } from './vocabulary.ts'

const HR =
  '(?:hr|human resources?|human capital|people culture|people operations|people ops|people experience|people partner|people team|people services|people strategy|people success|people programs?|people managers?|people directors?|people officer|people lead|people talent|talent management|talent people|talent culture|hris|employee experience|employee relations|labor relations|workforce)'

/** Looks like another role and is none of them. */
const NOT_WHAT_IT_SEEMS: readonly WordRule[] = [
  [
    'other',
    anyOf(
      '(?:executive|administrative|admin|personal|virtual|legal) assistant.*',
      'assistant to.*',
      'ea to.*',
      'secretary(?: to.*)?',
      '(?:account|sales|marketing|advertising|customer success|media|pr) executive',
      'executive (?:chef|producer|editor|recruiter|search.*|coach)',
      '(?:product|process|data|system|service|scrum|home|dog|property) owner',
      '(?:real estate|mortgage|stock|customs|freight|yacht|commodity|loan|ship) broker',
      '(?:camp|financial|credit|debt|tax|investment|admissions|career|loan|housing|travel) counsell?or',
      '(?:massage|beauty|skin|retail) therapist',
      '(?:clinical|medical) (?:trials?|research|data|coder|coding|billing|biller|sales|device|writer|editor|informatics|systems?|engineer|supply).*',
      '(?:doctoral|postdoctoral) (?:fellow|researcher)',
      '(?:unemployment|veterans?|public|welfare|disability|va|social security) benefits.*',
      'benefits? (?:recipient|claimant|claims.*)',
    ),
  ],
]

const EARLY_CAREER: readonly WordRule[] = [
  [
    'intern',
    anyOf(
      'intern',
      'interns',
      'internship',
      'trainee',
      'apprentice',
      'working student',
      'co op student',
    ),
  ],
  [
    'student',
    /(?:^| )(?:undergraduate|undergrad|freshman|sophomore|pupil|phd candidate|doctoral candidate|masters? candidate|mba candidate|student(?! (?:affairs|services?|success|life|support|counsell?(?:or|ing)|wellness|wellbeing|health|housing|assistance|loans?|engagement|experience|development|activities|recruitment|programs?|records|accounts?|enrollment)(?: |$)))(?= |$)/,
  ],
]

const BENEFITS_BUYERS: readonly WordRule[] = [
  // Builds the network of an employee assistance program, and does not buy one.
  ['network-manager', anyOf('eap (?:affiliate |provider |clinical )?networks?(?: .*)?')],
  [
    'benefits-broker',
    anyOf(
      '(?:benefits?|insurance|health|group|employee benefits?|health insurance) (?:broker|advisor|adviser|consultant|producer|agent|brokerage)',
      'broker',
      'broker of record',
      'benefits? consulting.*',
      'brokerage.*',
    ),
  ],
  [
    'eap-manager',
    anyOf('eap', 'employee assistance', 'employee assistance program', 'work life programs?'),
  ],
  [
    'benefits-leader',
    anyOf(
      'benefits?',
      'total rewards?',
      'rewards?',
      'compensation benefits?',
      'comp ben',
      'employee (?:wellness|wellbeing|well being|health)',
      '(?:wellness|wellbeing|well being) (?:manager|director|lead|leader|officer|coordinator|programs?|strategist|specialist)',
      '(?:head|director|vp|vice president|chief|manager) of (?:wellness|wellbeing|well being|workplace mental health)',
      'corporate wellness',
      'workplace (?:wellness|wellbeing|well being|mental health)',
      'health welfare',
      'leave absence',
    ),
  ],
]

const PEOPLE: readonly WordRule[] = [
  [
    'people-leader',
    anyOf(
      'chro',
      'chief (?:people|human resources?|talent|happiness|human capital)(?: .*)?',
      `${LEADS}(?: of| for)?(?: global| corporate| regional)? (?:people|talent|${HR})(?: .*)?`,
      `(?:people|talent|${HR})(?: .*)? ${LEADS}`,
    ),
  ],
  [
    'other',
    anyOf(
      'recruiter',
      'recruiting.*',
      'recruitment.*',
      'talent acquisition.*',
      'sourcer',
      'headhunter',
    ),
  ],
  [
    'hr-manager',
    anyOf(HR, 'hrbp', 'hr .*', 'talent (?:manager|partner)', 'personnel.*', 'people generalist'),
  ],
]

const BUSINESS: readonly WordRule[] = [
  [
    'finance-leader',
    anyOf(
      'cfo',
      'chief (?:financial|finance|accounting) officer',
      `${LEADS}(?: of)? (?:finance|accounting)(?: .*)?`,
      '(?:finance|financial|accounting) (?:director|manager|vp|controller|lead|head)',
      '(?:financial |corporate |assistant )?(?:controller|comptroller)',
      'treasurer',
      'fractional cfo',
    ),
  ],
  [
    'marketing-leader',
    anyOf(
      'chief (?:marketing|growth|commercial|outreach|business development) officer',
      `${LEADS}(?: of| for)? (?:marketing|growth|outreach|business development|community relations)(?: .*)?`,
      '(?:marketing|growth|outreach|business development) (?:director|vp|head|lead)',
    ),
  ],
  [
    'office-manager',
    anyOf(
      '(?:office|practice|clinic|front office) (?:manager|administrator|mgr|lead|coordinator)',
      'manager office',
      'administrator office',
    ),
  ],
  ['executive-director', anyOf('executive director')],
  [
    'executive',
    anyOf(
      'c[etois]o',
      'cro',
      'chief (?:[a-z]+ ){1,3}officer',
      'chief executive',
      'chief of staff',
      '(?:co ?)?founder',
      '(?:co ?|business |small business |company |practice )?owner',
      '(?:co )?president',
      '(?:vp|avp|svp|evp)',
      'vice president',
      'managing director',
      'managing partner',
      'general manager',
      'proprietor',
      'chair(?:man|woman|person)?(?: of the board)?',
      'board member',
    ),
  ],
]

/** Job titles by what they say, most specific first; a title nobody foresaw is `other`. */
export const ROLE: Vocabulary = byFirstRule([
  ...NOT_WHAT_IT_SEEMS,
  ...EARLY_CAREER,
  ...BENEFITS_BUYERS,
  ...PEOPLE,
  ...CARE_ROLES,
  ...BUSINESS,
])
