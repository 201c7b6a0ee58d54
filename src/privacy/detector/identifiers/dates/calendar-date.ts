import type { Match, Rule } from '../rule.ts'
import { DAY, YEAR } from './months.ts'

const MONTH = '(?:0?[1-9]|1[0-2])'
const TIME =
  '(?:[T ,]{1,2}(?:at )?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?: ?[ap]\\.?m\\.?)?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}|[ECMP][SD]T|UTC|GMT))?)?'
const START = '(?<![\\w./$€-])'
const END = '(?![\\w%]|[-./]\\d)'

/** Words before which "3/14" is a day and not a fraction or a score. */
const DATED =
  /(?:\b(?:on|by|since|from|until|till|til|before|after|due|dated?|dob|d\.o\.b\.?|dos|dol|born|appt|appointment|scheduled|admit(?:ted)?|admission|discharged?|d\/c|seen|called|starts?|started|starting|begins?|ends?|ending|eff(?:ective)?|expires?|exp|sched|arriv(?:ed|es|ing)|intake|reschedule[ds]?(?: to| for)?|last (?:drink|use|used|seen|visit)|lv|sober|birthday|bday|week of|beginning|el|desde|hasta|fecha|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|visit|session|call|meeting|of|for|at|hired|died|deceased|relapsed|started on|surgery|follow-?up|f\/u|deadline|checkup|hearing|court|labs?|effective|(?:surgery|visit|intake|appointment|appt|admit|discharge|birthday|date|due date|last day|first day|drink|use) (?:was|is)|hire date|date)[\s:,.(]{1,3}(?:the )?|\d{1,2}\/\d{1,2} ?(?:-|to|through|thru|and|&|,) ?)$/i
const SCORED =
  /^\s?(?:%|pain|score|points|mg|ml|scale|cups?|hours?|hrs?|hour|shift|steps?|stars?|rating)/i
const DATED_AFTER =
  /^(?:\s?(?:at|@)\s\d|\s\d{1,2}(?::\d{2}|\s?[ap]m)| ?(?:-|to|through|thru) ?\d{1,2}\/\d{1,2}(?![\d/])\s?(?![\d%]))/i

function isDatedDay({ text, start, end, value }: Match): boolean {
  const [one = 0, other = 0] = value.split('/').map(Number)
  const isDay = (one <= 12 && other <= 31) || (one <= 31 && other <= 12)
  if (!isDay || one === 0 || other === 0 || value === '24/7') return false
  if (
    /^0\d\/\d\d$|^1[0-2]\/(?:0[1-9]|[12]\d|3[01])$/.test(value) &&
    !SCORED.test(text.slice(end, end + 10)) &&
    !/(?:score[ds]?|rated|scale|phq-?9|gad-?7|audit|bdi|moca|mmse|ratio|bp|dose|step|on the|out of|result|rating|grade|pain)[\s:,.=]{0,3}(?:of|is|was)?\s?$/i.test(
      text.slice(Math.max(0, start - 16), start),
    )
  )
    return true
  const before = text.slice(Math.max(0, start - 28), start)
  const after = text.slice(end, end + 14)
  if (
    /^\s?(?:%|of\b|pain|scale|rating|stars?|cups?|hours?|hrs?|days?|times|tablets?|pills?|mg|miles?|score|points)/i.test(
      after,
    )
  )
    return false
  if (
    /(?:^|\n)\s{0,3}[-*•]?\s?$/.test(before) &&
    /^\s?(?:[-:;)]|(?:called|spoke|left|lvm|vm|sent|talked|met|appt|intake|admit|pt|client|no answer|emailed|texted|lm)\b)/i.test(
      after,
    )
  )
    return true
  return DATED.test(before) || DATED_AFTER.test(after)
}

const at = 'number'
const kind = 'date'

/** Dates in figures. */
export const CALENDAR_DATE_RULES: readonly Rule[] = [
  {
    kind,
    at,
    size: [4, 4],
    certainty: 'checked',
    pattern: new RegExp(`${YEAR}([-/.])${MONTH}\\1${DAY}(?:${TIME})(?![\\w]|[-/]\\d)`, 'iy'),
    accepts: ({ text, start }) => !/[\d./$€]$|\d-$/.test(text.slice(Math.max(0, start - 2), start)),
  },
  {
    kind,
    at,
    size: [1, 2],
    certainty: 'checked',
    pattern: new RegExp(
      `${START}(?:${MONTH}( ?[-/.] ?| )${DAY}\\1|${DAY}( ?[-/.] ?| )${MONTH}\\2)${YEAR}${TIME}${END}`,
      'iy',
    ),
  },
  {
    kind,
    at,
    size: [1, 2],
    certainty: 'checked',
    pattern: new RegExp(
      `${START}(?:${MONTH}([-/])${DAY}\\1|${DAY}([-/])${MONTH}\\2)'?\\d{2}${TIME}${END}`,
      'iy',
    ),
    accepts: ({ value, text, start }) =>
      !value.includes('-') || !/\bages?\b|\bdose/i.test(text.slice(Math.max(0, start - 10), start)),
  },
  {
    kind,
    at,
    size: [1, 2],
    certainty: 'checked',
    pattern: new RegExp(`${START}${MONTH}([./])${DAY}\\1\\d{2}${END}`, 'iy'),
    accepts: ({ text, start }) => DATED.test(text.slice(Math.max(0, start - 28), start)),
  },
  {
    kind,
    at,
    size: [1, 2],
    certainty: 'plain',
    pattern: new RegExp(`${START}\\d{1,2}/\\d{1,2}(?![\\w%/.]\\d|[\\w%])`, 'iy'),
    accepts: isDatedDay,
  },
  {
    kind,
    at,
    size: [1, 4],
    certainty: 'plain',
    pattern: new RegExp(
      `${START}(?:0[1-9]|1[0-2]|[1-9])[/-]${YEAR}${END}|${START}${YEAR}[/-](?:0[1-9]|1[0-2])${END}`,
      'iy',
    ),
  },
  {
    kind,
    at,
    size: [8, 14],
    certainty: 'plain',
    pattern:
      /(?<![A-Za-z0-9./$#+])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4,6}Z?)?(?![\dA-Za-z]|\.\d)/iy,
  },
]
