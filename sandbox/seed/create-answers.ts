import type { SeedPerson } from './population.ts'
import type { Random } from './random.ts'
import { CARE_TEXT, WORK_TEXT } from './seed-words.ts'

type Answers = Pick<
  SeedPerson,
  | 'inquiry'
  | 'contactRequest'
  | 'serviceLine'
  | 'verification'
  | 'ageBand'
  | 'part2Consent'
  | 'message'
  | 'existingPatient'
  | 'crisis'
>

/** What somebody seeking care said of themselves; much of it missing, as in life. */
export function careAnswers(random: Random): Answers {
  const serviceLine = random.weighted<SeedPerson['serviceLine']>([
    ['outpatient', 28],
    ['telehealth', 24],
    ['intensive_outpatient', 9],
    ['partial_hospital', 4],
    ['residential', 4],
    ['substance_use_program', 8],
    [undefined, 23],
  ])
  const part2 = random.pick(['none', 'partial', 'complete', 'complete'] as const)
  return {
    serviceLine,
    inquiry: random.weighted<SeedPerson['inquiry']>([
      ['self', 58],
      ['loved_one', 22],
      ['job_seeker', 3],
      ['other', 3],
      [undefined, 14],
    ]),
    contactRequest: random.weighted<SeedPerson['contactRequest']>([
      ['call_today', 7],
      ['call', 20],
      ['email', 16],
      ['text', 10],
      ['none', 12],
      [undefined, 35],
    ]),
    verification: random.weighted<SeedPerson['verification']>([
      ['not_started', 30],
      ['submitted', 18],
      ['verified', 16],
      ['out_of_network', 6],
      ['self_pay', 5],
      [undefined, 25],
    ]),
    ageBand: random.weighted<SeedPerson['ageBand']>([
      ['adult', 84],
      ['13_17', 2],
      ['under_13', 0.6],
      [undefined, 13.4],
    ]),
    part2Consent: serviceLine === 'substance_use_program' ? part2 : undefined,
    message: random.chance(0.35) ? random.pick(CARE_TEXT) : undefined,
    existingPatient: random.chance(0.048),
    crisis: random.chance(0.016),
  }
}

/** What somebody on the employers' side said. */
export function workAnswers(random: Random): Answers {
  return {
    serviceLine: random.chance(0.6) ? 'workplace_program' : undefined,
    inquiry: random.weighted<SeedPerson['inquiry']>([
      ['employer_benefits', 66],
      ['vendor', 5],
      ['job_seeker', 3],
      ['other', 4],
      [undefined, 22],
    ]),
    contactRequest: random.weighted<SeedPerson['contactRequest']>([
      ['call_today', 3],
      ['call', 14],
      ['email', 24],
      ['none', 14],
      [undefined, 45],
    ]),
    verification: undefined,
    ageBand: undefined,
    part2Consent: undefined,
    message: random.chance(0.2) ? random.pick(WORK_TEXT) : undefined,
    existingPatient: false,
    crisis: false,
  }
}
