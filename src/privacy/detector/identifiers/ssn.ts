import { DIGIT_VALUE, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

const digitsOf = (value: string): string => value.replace(/\D/g, '')

/** Never issued: area 000, group 00, serial 0000. */
function isIssuable(value: string): boolean {
  const digits = digitsOf(value)
  return !/^000|^...00|0000$/.test(digits)
}

/** Social security numbers and the taxpayer numbers that look like them. */
export const SSN_RULES: readonly Rule[] = [
  {
    kind: 'ssn',
    certainty: 'checked',
    at: 'number',
    size: [3, 3],
    pattern: /(?<![\w.$-]|\d[ ])\d{3}([-. ])\d{2}\1\d{4}(?![\w]|[-.]\w)/iy,
    accepts: ({ text, start }) =>
      isIssuable(text.slice(start, start + 11)) &&
      !/(?:ratio|version|\bv)\.? ?$/i.test(text.slice(Math.max(0, start - 9), start)),
  },
  {
    // What is left of a masked one: ***-**-6789, XXX-XX-6789.
    kind: 'ssn',
    certainty: 'checked',
    at: 'number',
    size: [4, 4],
    pattern: /(?<=[x*•#]{2,3}[- ]?[x*•#]{2}[- ]?)\d{4}(?!\w)/iy,
  },
  namedValue({
    kind: 'ssn',
    at: words('ssn ssns ss soc social socialsecuritynumber itin tin taxpayer seguro nss'),
    name: 'ssns?|ss ?#|ss (?:no|number|num)|soc(?:ial)?\\.? ?sec(?:urity)?\\.?|socialsecuritynumber|social|itin|tin|taxpayer (?:id|identification)|seguro social|nss',
    value: DIGIT_VALUE,
    digits: 4,
    accepts: ({ value }) => [4, 9].includes(digitsOf(value).length) || /[x*•]/i.test(value),
  }),
  {
    // "last four of my social are 6789", "last 4 SSN 6789"
    kind: 'ssn',
    certainty: 'named',
    at: words('last ultimos ending final'),
    pattern:
      /(?:last|final|ultimos|últimos|ending) ?(?:four|4|cuatro)?(?: digits| numbers| digitos| dígitos)?(?: ?(?:of|for|on|de|in))?(?: ?(?:my|the|his|her|their|your|mi|su))? ?(?:ssn|social(?: security)?(?: number| no\.?| #)?|ss#?|seguro social)[\s:#='")(-]{0,3}(?:(?:is|are|es|son|ends?|in|last|four|4)[\s:]{1,2}){0,3}(?<value>\d{4})(?!\w)/diy,
  },
]
