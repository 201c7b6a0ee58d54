/** Row of the table: sentences that must fail, sentences that must pass. */
export type RowCases = Readonly<Record<string, readonly [readonly string[], readonly string[]]>>

export const ENGLISH_CASES: RowCases = {
  'former-addict': [
    ['She is a former addict.', 'a reformed addict', 'ex-addicts'],
    ['She is a person in long-term recovery.'],
  ],
  addict: [
    ['He is an addict.', 'Junkies welcome', 'a drug user', 'substance abuser', 'drug abusers'],
    ['A person with a substance use disorder.', 'Addiction medicine'],
  ],
  alcoholic: [
    ['an alcoholic', 'Drunks'],
    ['a person with an alcohol use disorder', 'non-drinker'],
  ],
  'substance-abuse': [
    ['substance abuse', 'Drug abuse program', 'alcohol dependence', 'a drug habit', 'his vice'],
    ['substance use', 'Vice President of Benefits', 'service', 'dependents on the plan'],
  ],
  'clean-dirty': [
    ['She is clean now.', 'a dirty test'],
    ['in recovery', 'cleaner wording'],
  ],
  relapse: [
    ['He relapsed.', 'After a relapse', 'relapsing', 'a chronic relapser'],
    ['He resumed use and had a setback.'],
  ],
  intoxication: [
    ['strung out', 'tweaking', 'getting high'],
    ['intoxicated', 'a high score', 'Engagement is high'],
  ],
  'replacement-therapy': [
    ['opioid replacement therapy', 'opioid substitution therapy'],
    ['medication for opioid use disorder'],
  ],
  'committed-suicide': [
    ['He committed suicide.', 'commit suicide'],
    ['He died by suicide.', 'committed to quality'],
  ],
  'suicide-attempt': [
    [
      'a failed attempt',
      'successful suicide',
      'an unsuccessful suicide attempt',
      'completed suicide',
    ],
    ['a suicide attempt', 'completed the form'],
  ],
  'suicide-drama': [['the suicide epidemic', 'skyrocketing rates'], ['rates have risen']],
  'condition-as-person': [
    ['schizophrenics', 'She is bipolar.', 'a borderline', 'an anorexic'],
    ['a person living with bipolar disorder', 'near the border'],
  ],
  blame: [
    [
      'non-compliant',
      'noncompliance',
      'a no-show',
      'No show',
      'refused the call',
      'after several refusals',
      'treatment resistant',
    ],
    ['was unable to make a meeting', 'declined', 'missed the appointment'],
  ],
  judgement: [
    ['manipulative', 'attention-seeking', 'drug seeking', 'a frequent flyer'],
    ['needs more time'],
  ],
  suffering: [
    ['suffers from anxiety', 'a victim of trauma', 'suffering from'],
    ['a person with anxiety', 'experienced trauma'],
  ],
  'whats-wrong': [
    ["What's wrong with you?", 'What\u2019s wrong with him', 'what is wrong with her'],
    ['What happened?', 'How are you feeling?'],
  ],
  orders: [
    ['You have to call.', 'you should', 'You must', 'you need to'],
    ['You can choose to call.', 'You might want to call.'],
  ],
  'false-comfort': [
    [
      'Trust me.',
      'You are safe now',
      "You're safe now",
      'We can fix this',
      'I know how you feel',
      'Calm down',
    ],
    ['We will do our best.', "I'm here to listen."],
  ],
  urgency: [
    [
      'Last chance!',
      'Act now',
      'limited beds',
      "before it's too late",
      'before it\u2019s too late',
      "Don't wait",
      'Hurry',
    ],
    ['Two beds are available.', 'at your pace'],
  ],
  promise: [
    [
      'guaranteed',
      'guaranteeing results',
      'curing people',
      'a cure',
      '100 % confidential',
      '100% confidential',
      'HIPAA compliant',
      'HIPAA-compliant',
    ],
    ['secure', 'confidential', 'Score 100 of 100', 'security'],
  ],
  'coverage-promise': [
    ['You are covered.', 'your plan will pay', 'fully covered', 'insurance covers it'],
    ['Insurance benefits are verified', 'coverage is being checked'],
  ],
  'sales-talk': [
    ['a hot lead', 'junk leads', 'dead lead', 'close the deal', 'Close them', 'prospect value'],
    ['an inquiry', 'a person seeking help', 'close to home', 'not a fit, refer'],
  ],
}
