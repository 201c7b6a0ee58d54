import { describe, expect, it } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import type { Facts } from '#src/ports.ts'

/**
 * The rule book, written by hand: the first hold row that matches names the hold; a record is scored
 * only if every matching row scores it; a channel is open only if every matching row leaves it open.
 * An unnamed fact may be anything.
 */
const RULE_BOOK = `
  when                                                   | hold                  | scored | phone | email | sms
  crisis                                                 | crisis                | no     | no    | no    | no
  shouldForget                                           | do-not-profile        | no     | no    | no    | no
  doNotProcess                                           | do-not-profile        | no     | no    | no    | no
  doNotProfile                                           | do-not-profile        | no     | yes   | yes   | yes
  ageBand=under-13                                       | minor                 | no     | no    | no    | no
  ageBand=13-17                                          | minor                 | no     | no    | no    | no
  ageBand=other                                          | minor                 | no     | no    | no    | no
  serviceLine=substance-use-program part2Consent=missing | part2-consent-missing | no     | yes   | yes   | yes
  serviceLine=substance-use-program part2Consent=none    | part2-consent-missing | no     | yes   | yes   | yes
  serviceLine=substance-use-program part2Consent=partial | part2-consent-missing | no     | yes   | yes   | yes
  serviceLine=substance-use-program part2Consent=other   | part2-consent-missing | no     | yes   | yes   | yes
  existingPatient                                        | existing-patient      | yes    | yes   | yes   | yes
  doNotSolicit                                           |                       | yes    | no    | no    | no
  doNotCall                                              |                       | yes    | no    | yes   | yes
  emailOptOut                                            |                       | yes    | yes   | no    | yes
  smsConsent=missing                                     |                       | yes    | yes   | yes   | no
  smsConsent=no                                          |                       | yes    | yes   | yes   | no
`
const ROWS = RULE_BOOK.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

const FLAGS = [
  'crisis',
  'shouldForget',
  'doNotProcess',
  'doNotProfile',
  'existingPatient',
  'doNotSolicit',
  'doNotCall',
  'emailOptOut',
]
const CHOICES: Readonly<Record<string, readonly (string | boolean | undefined)[]>> = {
  ...Object.fromEntries(FLAGS.map((flag) => [flag, [true, false]])),
  smsConsent: [true, false, undefined],
  ageBand: ['under-13', '13-17', 'adult', 'other', undefined],
  serviceLine: ['substance-use-program', 'telehealth', undefined],
  part2Consent: ['none', 'partial', 'complete', 'other', undefined],
}

function* everyCombination(): Generator<Facts> {
  const facts = Object.entries(CHOICES)
  const total = facts.reduce((product, [, values]) => product * values.length, 1)
  for (let number = 0; number < total; number += 1) {
    let rest = number
    const chosen: Record<string, string | boolean> = {}
    for (const [fact, values] of facts) {
      const value = values[rest % values.length]
      if (value !== undefined) chosen[fact] = value
      rest = Math.floor(rest / values.length)
    }
    yield chosen
  }
}

function spoken(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined) return 'missing'
  return value === true ? 'yes' : 'no'
}

function matches(when: string, facts: Facts): boolean {
  return when.split(' ').every((condition) => {
    const [fact = '', value = 'yes'] = condition.split('=')
    return spoken(facts[fact]) === value
  })
}

function byTheBook(facts: Facts): string {
  const rows = ROWS.filter(([when = '']) => matches(when, facts))
  const open = ['phone', 'email', 'sms'].filter((_, n) => rows.every((row) => row[n + 3] === 'yes'))
  const named = rows.map(([, hold]) => hold).find((hold) => hold !== '')
  const hold = named ?? (open.length === 0 ? 'no-consent' : 'none')
  return `${hold} scored:${rows.every((row) => row[2] === 'yes')} ${open.join(',')}`
}

function decided(facts: Facts): string {
  const { hold, mayScore, channels } = decideConsent(facts)
  return `${hold ?? 'none'} scored:${mayScore} ${channels.join(',')}`
}

describe('consent', () => {
  it('follows the written table for every combination of facts', () => {
    let combinations = 0
    const wrong: string[] = []

    for (const facts of everyCombination()) {
      combinations += 1
      if (decided(facts) !== byTheBook(facts)) wrong.push(JSON.stringify(facts))
    }

    expect(wrong.slice(0, 5)).toEqual([])
    expect(combinations).toBe(2 ** 8 * 3 * 5 * 3 * 5)
  })

  it('never becomes more permissive when one more objection is known', () => {
    const looser: string[] = []

    for (const facts of everyCombination()) {
      const before = decideConsent(facts)
      for (const flag of FLAGS) {
        const after = decideConsent({ ...facts, [flag]: true })
        const opened = after.channels.some((channel) => !before.channels.includes(channel))
        if (opened || (after.mayScore && !before.mayScore))
          looser.push(JSON.stringify([flag, facts]))
      }
    }

    expect(looser.slice(0, 5)).toEqual([])
  })

  it('allows phone and email, never text messages, when nothing is known', () => {
    expect(decideConsent({})).toEqual({
      mayScore: true,
      hold: null,
      channels: ['phone', 'email'],
      because: ['sms-consent-missing'],
    })
  })

  it('scores who opted out of everything for internal reporting only', () => {
    const decision = decideConsent({ emailOptOut: true, doNotCall: true })

    expect(decision).toMatchObject({ mayScore: true, hold: 'no-consent', channels: [] })
    expect(decision.because).toEqual(['do-not-call', 'email-opt-out', 'sms-consent-missing'])
  })

  it('shows the crisis before every other hold and still tells all that counted', () => {
    const decision = decideConsent({ crisis: true, doNotProfile: true, existingPatient: true })

    expect(decision.hold).toBe('crisis')
    expect(decision.because.slice(0, 3)).toEqual(['crisis', 'do-not-profile', 'existing-patient'])
  })

  it('takes no text for a yes', () => {
    expect(decideConsent({ smsConsent: 'true', crisis: 'false' }).channels).toEqual([
      'phone',
      'email',
    ])
  })
})
