import type { Severity } from './finding.ts'

export interface ProtectedAttribute {
  readonly name: string
  readonly severity: Severity
  /** Meets words in lower case with single spaces: `preferredLanguage` reads "preferred language". */
  readonly words: RegExp
  /** Says nothing beside other codes: "verified or self-pay" treats them alike, "self-pay" does not. */
  readonly onlyAlone: boolean
}

const attribute = (
  name: string,
  severity: Severity,
  words: string,
  onlyAlone = false,
): ProtectedAttribute => ({ name, severity, words: new RegExp(`\\b(?:${words})\\b`), onlyAlone })

/**
 * What nobody may be ranked by, and what most often stands in for it. After Title VII, the ADA, the
 * ACA's section 1557 (45 CFR 92) and GINA for the attributes; 18 USC 220 for payers.
 */
export const PROTECTED_ATTRIBUTES: readonly ProtectedAttribute[] = [
  attribute(
    'age',
    'error',
    'ages?|aged|age (?:band|group|range)|birth ?(?:date|day|year)?|date of birth|dob|born|minors?|adults?|seniors?|elderly|generation|graduation year|under \\d+|\\d+ (?:years? old|plus)',
  ),
  attribute(
    'sex or gender',
    'error',
    'sex|gender|male|female|man|men|woman|women|transgender|non ?binary|pronouns?|salutation',
  ),
  attribute(
    'sexual orientation',
    'error',
    'sexual orientation|orientation|gay|lesbian|bisexual|queer|lgbtq?(?:ia)?',
  ),
  attribute(
    'race or ethnicity',
    'error',
    'races?|racial|ethnic(?:ity)?|black|african american|hispanic|latin[oax]|asian|white|caucasian|native american|tribal|tribe|skin colou?r',
  ),
  attribute(
    'religion',
    'error',
    'religio(?:n|us)|faith|church|christian|catholic|jewish|muslim|islam(?:ic)?|hindu|buddhist|atheist',
  ),
  attribute(
    'national origin or citizenship',
    'error',
    'national(?:ity)?(?: origin)?|citizen(?:ship)?|immigra(?:nt|tion)|visa status|birth ?(?:place|country)|country of (?:birth|origin)',
  ),
  attribute(
    'disability or health',
    'error',
    'disab(?:led|ility)|handicap(?:ped)?|wheelchair|diagnos[ei]s|diagnostic|conditions?|symptoms?|severity|medications?|prescriptions?|drugs? (?:of choice|used)|substances? used|acuity|genetic|pregnan(?:t|cy)|hiv',
  ),
  attribute(
    'marital or family status',
    'error',
    'marital(?: status)?|married|single|divorced|widow(?:ed|er)?|spouse|children|dependents?|family (?:status|size)|household(?: size)?|parent(?:al status)?',
  ),
  attribute(
    'military status',
    'error',
    'veterans?|military(?: status)?|active duty|discharge status',
  ),
  attribute(
    'language',
    'warning',
    '(?:preferred |primary |native |browser )?languages?|locale|interpreter|english (?:speaker|speaking|proficiency)|spanish',
  ),
  attribute(
    'where exactly someone lives',
    'warning',
    'zip(?: ?code)?|post(?:al)? ?code|postal|neighbou?rhood|census(?: tract)?|street|address|city|county|latitude|longitude|geo ?location',
  ),
  attribute(
    'how much a payer or person pays',
    'warning',
    'payers?|payors?|payer type|insurance (?:type|carrier|plan|product)|carrier|plan type|medicaid|medicare|tricare|commercial|ppo|hmo|uninsured|cash(?: pay)?|reimbursement(?: rate)?|allowed amount|deductible|income|wealth|balance|savings|loans?|mortgage|salary|net worth|credit(?: score)?|home (?:owner|value)|price paid|expected revenue',
  ),
  attribute(
    'how a person pays',
    'warning',
    'self ?pay(?:ing)?|private pay|(?:out of|in) network',
    true,
  ),
  attribute(
    'what often stands in for another attribute',
    'warning',
    'first name|last name|surname|full name|photo|device|browser|operating system|school attended|alma mater|hobby|interests?|employment status|criminal|arrest|conviction|housing status|homeless',
  ),
]

/** Facts that exist to protect people and decide holds; points on them would turn that around. */
export const CONSENT_FACTS: ReadonlySet<string> = new Set([
  'ageBand',
  'crisis',
  'doNotCall',
  'doNotProcess',
  'doNotProfile',
  'doNotSolicit',
  'emailOptOut',
  'existingPatient',
  'part2Consent',
  'shouldForget',
  'smsConsent',
])
