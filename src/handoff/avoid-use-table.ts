import { type AvoidRow, avoidRow as row } from './avoid-row.ts'

/**
 * After NIDA "Words Matter" (PMC9386168, table 1), guides to suicide-safe and to trauma-sensitive
 * language, and what the FTC charged (Monument, 2024). For text this software writes, never for
 * people's own words. Each row has its counterpart in `spanish-avoid-use-table.ts`.
 */
export const AVOID_USE_TABLE: readonly AvoidRow[] = [
  row('former-addict', '(?:former|reformed|ex)[ -]addicts?', 'person in (long-term) recovery'),
  row(
    'addict',
    'addicts?|junkies?|druggies?|users?|abusers?|(?:substance|drug|alcohol) abusers?',
    'person with a substance use disorder; person who uses …',
  ),
  row('alcoholic', 'alcoholics?|drunks?', 'person with an alcohol use disorder'),
  row(
    'substance-abuse',
    '(?:substance|drug|alcohol|opioid|prescription|medication)s? (?:abuse|misuse)|abusing|dependence|chemical(?:ly)? dependen(?:t|cy)|(?:drug|drinking) habits?|vices?(?![ -]?(?:president|chair|principal|chancellor|provost|mayor|versa))',
    'substance use (disorder); unhealthy or hazardous use',
  ),
  row('clean-dirty', 'clean|dirty', 'testing negative or positive; in recovery'),
  row('relapse', 'relaps(?:e|es|ed|ing|ers?)', 'resumed use; had a setback'),
  row(
    'intoxication',
    'strung[ -]out|tweaking|(?:get|gets|getting|got) high',
    'intoxicated; in withdrawal; using',
  ),
  row(
    'replacement-therapy',
    'opioid (?:substitution|replacement)(?: therapy)?|(?:substitution|replacement) therapy',
    'medication for opioid use disorder',
  ),
  row('committed-suicide', '(?:commit|commits|committed|committing) suicide', 'died by suicide'),
  row(
    'suicide-attempt',
    '(?:successful|unsuccessful|failed|completed) (?:suicide(?: attempt)?|attempt)|(?:successfully )?completed suicide',
    'died by suicide; suicide attempt',
  ),
  row(
    'suicide-drama',
    'suicide epidemic|epidemic of suicides?|skyrocket(?:s|ed|ing)?',
    'neutral wording; leave out',
  ),
  row(
    'condition-as-person',
    "schizophrenics?|psychotics?|bipolars|borderlines|(?:an?|the|is|are|was|were|he's|she's|they're) (?:bipolar|borderline|anorexic|bulimic|depressive)(?! (?:disorder|personality))",
    'person living with …; in our own text leave the condition out',
  ),
  row(
    'blame',
    'non[ -]?complian(?:t|ce)|no[ -]shows?|refus(?:e|es|ed|ing|als?)|resistant',
    'missed; was unable to make the appointment; declined',
  ),
  row(
    'judgement',
    'manipulative|attention[ -]seek(?:ing|er|ers)|drug[ -]seek(?:ing|er|ers)|frequent fl(?:y|i)ers?',
    'describe the need; leave out',
  ),
  row(
    'suffering',
    'suffer(?:s|ed|ing)? from|sufferers?|victims? of|afflicted (?:by|with)',
    'person with …; experienced …',
  ),
  row(
    'whats-wrong',
    "what(?:'s| is) wrong with (?:you|them|him|her)",
    'what happened; how are you feeling',
  ),
  row(
    'orders',
    "you(?:'ll)? (?:have to|need to|should|must|ought to|had better)|you've got to",
    'you can choose to; you might want to',
  ),
  row(
    'false-comfort',
    "trust me|you(?:'re| are) safe now|we can fix (?:this|it|that|you)|i know (?:exactly )?how you feel|calm down",
    "we will do our best; I'm here to listen",
  ),
  row(
    'urgency',
    "last chance|act (?:now|fast|today)|limited (?:beds?|spots?|spaces?|openings?|time)|before (?:it's|it is) too late|don't (?:wait|delay|miss)|do not delay|hurry|only \\d+ (?:beds?|spots?) left|running out",
    'factual availability',
  ),
  row(
    'promise',
    'guarantee(?:d|s|ing)?|cur(?:e|es|ed|ing)|100 ?(?:%|percent) [a-z]+|(?:completely|totally|fully) confidential|hipaa[ -]complian(?:t|ce)|risk[ -]free|will (?:definitely|certainly) [a-z]+',
    'no promise',
  ),
  row(
    'coverage-promise',
    "(?:you(?:'re| are)|they(?:'re| are)|is|fully|100%) covered|(?:insurance|plan) (?:covers|will cover|will pay|pays for)",
    'benefits are being verified; benefits are verified',
  ),
  row(
    'sales-talk',
    'hot (?:leads?|prospects?)|(?:junk|dead|cold|bad) leads?|close (?:the|this|that|a|an|them|him|her) (?:deal|sale|lead|prospect|patient|client|person|inquiry)s?|close (?:them|him|her)|closing (?:the|this|a) (?:deal|sale|lead)|prospect values?|prospects?',
    'inquiry; person seeking help; follow up; not a fit, refer',
  ),
]
