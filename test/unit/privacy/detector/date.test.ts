import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['born 03/14/1988', '03/14/1988'],
  ['DOB 3-4-71', '3-4-71'],
  ['admitted 2026-03-14', '2026-03-14'],
  ['on March 3rd', 'March 3rd'],
  ['since 14 April', '14 April'],
  ['the 22nd of September 2019', '22nd of September 2019'],
  ['appointment on 4/2 at 3pm', '4/2'],
  ['Sept. 9', 'Sept. 9'],
  ['March 2021', 'March 2021'],
  ['Nov 11-14', 'Nov 11'],
  ['2026-11-20T14:05:33Z', '2026-11-20T14:05:33Z'],
  ['el 3 de marzo de 1990', '3 de marzo de 1990'],
  ['nacida el 12 de enero', '12 de enero'],
  ['my 92-year-old grandmother', '92-year-old'],
  ['aged 94', '94'],
  ['Age: 101', '101'],
  ['she turned 90 last week', '90'],
  ['he is 93 y/o', '93 y/o'],
  ['ninety-two years old', 'ninety-two years old'],
  ['DOB: 19880314', '19880314'],
  ['date of birth 031488', '031488'],
  ['I was discharged in October', 'October'],
  ['sober since 6/1', '6/1'],
  ['see you on the 14th.', 'the 14th'],
  ['06.07.2025', '06.07.2025'],
  ['12/24', '12/24'],
  ['first of June', 'first of June'],
  ['june fifth 1988', 'june fifth 1988'],
  ['admitted at 14:35', '14:35'],
  ['she died on Christmas Eve 2024', 'Christmas Eve 2024'],
  ['discharged last Tuesday', 'Tuesday'],
  ['10-Mar-2024', '10-Mar-2024'],
  ['birthdate=574300800000', '574300800000'],
  ['95yo male', '95yo'],
  ['tiene 92 años', '92 años'],
  ['Feb. 29th, 2024', 'Feb. 29th, 2024'],
  ['closedate: 2025/12/01', '2025/12/01'],
  ['20240229', '20240229'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'in 2019',
  'since 2021 I have been better',
  'a 45-year-old',
  'aged 89',
  'age 89 or older',
  '24/7 support',
  'pain 6/10',
  '1/2 tablet',
  'version 1.2.3',
  '12 steps',
  '90 days in 30 sessions',
  '90% of people',
  'call me Tuesday after 5',
  'May I ask a question?',
  'we march on',
  'ages 18-25',
  '9-1-1',
  '50/50 chance',
  '3 times a week for 2-3 hours',
  'blood pressure 120/80',
  'people aged 90 or older',
  'class of 1999',
  '10 am to 4 pm',
  'open enrollment every November',
  'Mental Health Awareness Month in May',
  'PHQ-9 score 12/27',
  '2 of 3 visits used',
  'the 12th floor',
  'my 3rd session',
  '$3,000 by check',
  'a 92 bed facility',
  '92 percent improved',
  'fiscal year 2025-2026',
  '20 mg 2x a day',
]

describe('dates', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('date', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('date', text)

    expect(spans).toEqual([])
  })
})
