import type { Weighted } from './random.ts'

type Words = readonly [string, ...string[]]

export const STATES: Words = [
  'CA',
  'TX',
  'FL',
  'NY',
  'PA',
  'IL',
  'OH',
  'GA',
  'NC',
  'MI',
  'NJ',
  'VA',
  'WA',
  'AZ',
  'MA',
  'CO',
]

/** Titles of the people who buy, broker or merely ask about a workplace programme. */
export const EMPLOYER_TITLES: Weighted<string> = [
  ['VP Benefits', 5],
  ['Chief People Officer', 6],
  ['Chief Human Resources Officer', 4],
  ['Director of Total Rewards', 7],
  ['Benefits Manager', 10],
  ['HR Director', 10],
  ['HR Manager', 16],
  ['HR Business Partner', 7],
  ['EAP Coordinator', 6],
  ['Employee Wellbeing Lead', 6],
  ['Office Manager', 8],
  ['Recruiter', 4],
  ['Software Engineer', 3],
  ['Intern', 4],
  ['Student', 4],
]

export const BROKER_TITLES: Weighted<string> = [
  ['Benefits Broker', 6],
  ['Senior Benefits Consultant', 3],
  ['Account Executive', 1],
]

export const EAP_TITLES: Weighted<string> = [
  ['EAP Director', 3],
  ['EAP Coordinator', 4],
  ['Clinical Network Manager', 2],
]

export const CARE_PAGES: Weighted<string> = [
  ['/pricing', 8],
  ['/insurance', 14],
  ['/insurance/verify?plan=ppo&member=family', 6],
  ['/services/outpatient', 10],
  ['/services/telehealth?utm_source=google&utm_term=panic+attack+help', 9],
  ['/services/depression-treatment?q=can%27t+get+out+of+bed', 5],
  ['/locations/austin?ref=maps', 6],
  ['/admissions/steps', 6],
  ['/blog/what-to-expect-in-a-first-visit?utm_campaign=spring', 12],
  ['/resources/family-guide', 6],
  ['/about/team', 5],
  ['/contact', 6],
  ['/careers/therapist?jobId=4411', 4],
]

export const WORK_PAGES: Weighted<string> = [
  ['/pricing?utm_source=linkedin&utm_campaign=q3', 12],
  ['/employers', 14],
  ['/employers/roi-calculator?employees=850', 6],
  ['/case-studies/regional-hospital', 8],
  ['/demo?utm_medium=email', 8],
  ['/webinars/benefits-renewal', 7],
  ['/blog/burnout-in-the-workplace?utm_campaign=newsletter', 12],
  ['/resources/benefits-buyers-guide.pdf', 7],
  ['/services/workplace', 6],
  ['/insurance?audience=self-insured', 4],
  ['/referrals', 3],
  ['/press', 2],
  ['/careers?team=sales', 5],
]

export const CARE_FORMS: Weighted<string> = [
  ['Callback request', 5],
  ['Insurance benefits check', 5],
  ['Contact us', 4],
  ['Admissions inquiry', 3],
  ['Newsletter sign-up', 3],
  ['Job application', 1],
]

export const WORK_FORMS: Weighted<string> = [
  ['Pricing request', 4],
  ['Demo request', 4],
  ['Webinar registration', 4],
  ["Benefits buyer's guide download", 4],
  ['Contact us', 2],
  ['Newsletter sign-up', 3],
]

/** Clinical words on purpose: whatever stores, logs or scores them has a leak. */
export const CARE_TEXT: Words = [
  'My anxiety has been terrible since I stopped sertraline, please call me back.',
  'Looking for help for my son, he was diagnosed with bipolar disorder last year.',
  'I relapsed in March and need a detox bed as soon as possible.',
  'Panic attacks every night. Does Blue Shield cover telehealth therapy?',
  'Wife has postpartum depression, PHQ-9 of 19 from her OB.',
  'Interested in a first appointment, evenings only.',
]

export const WORK_TEXT: Words = [
  'Two employees were hospitalised for suicidal ideation this quarter; we need an EAP.',
  'We renew in January and want a quote for 850 lives.',
  'Our opioid claims doubled. Can you support a substance use programme?',
  'Please send pricing, our broker asked for it.',
]

export const CALL_NOTES: Words = [
  'Spoke about medication (lithium 900 mg) and night sweats; wants weekly sessions.',
  'Voicemail full.',
  'Caller tearful, mentioned self-harm in the past. Gave hotline number.',
  'Asked about deductible and sliding scale.',
  'Wants a demo for the leadership team before renewal.',
]

export const SUBJECTS: Words = [
  'Your questions about ADHD testing',
  'Next steps with your intake',
  'Benefits renewal timeline',
  'Following up on our call',
]
