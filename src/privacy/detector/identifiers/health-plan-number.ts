import { NUMBER, NUMBERED, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

const CARRIERS = [
  'aetna',
  'cigna',
  'humana',
  'anthem',
  'optum',
  'uhc',
  'unitedhealthcare',
  'united',
  'bcbs',
  'blue',
  'bluecross',
  'blueshield',
  'kaiser',
  'molina',
  'ambetter',
  'tricare',
  'magellan',
  'carelon',
  'beacon',
  'centene',
  'wellcare',
  'amerigroup',
  'oscar',
  'highmark',
  'premera',
  'regence',
  'healthnet',
  'caresource',
  'geha',
  'umr',
  'medi',
  'medical',
  'evernorth',
  'champva',
  'meritain',
  'multiplan',
  'obamacare',
  'chip',
]

/** 42 CFR 423.120: eleven places, no S, L, O, I, B, Z; letters and digits in set places. */
const MEDICARE =
  /(?<![\w-])[1-9][ac-hj-kmnp-rt-y][ac-hj-kmnp-rt-y0-9]\d[- ]?[ac-hj-kmnp-rt-y][ac-hj-kmnp-rt-y0-9]\d[- ]?[ac-hj-kmnp-rt-y]{2}\d{2}(?![\w-])/iy

/** Numbers by which a plan knows a member, the policy or the employer's group. */
export const HEALTH_PLAN_NUMBER_RULES: readonly Rule[] = [
  {
    kind: 'health-plan-number',
    certainty: 'checked',
    at: 'mixed',
    size: [4, 11],
    pattern: MEDICARE,
  },
  {
    // The form of the older claim numbers: an SSN and a letter.
    kind: 'health-plan-number',
    certainty: 'checked',
    at: 'number',
    size: [3, 3],
    pattern: /(?<![\w-])\d{3}-\d{2}-\d{4}-?[A-DMTW]\d?(?!\w)/y,
  },
  {
    // One to three letters and nine to twelve digits, as on the cards of most carriers.
    kind: 'health-plan-number',
    certainty: 'plain',
    at: 'mixed',
    size: [10, 16],
    pattern:
      /(?<![\w/.=-])(?:[A-Z]\d{9}(?:\d\d)?|[A-Z]{3}[A-Z]?\d{9,12}|[a-z]\d{9})(?:-\d\d)?(?![\w/]|[-.]\w)/y,
  },
  namedValue({
    kind: 'health-plan-number',
    at: words(
      'member members memberid subscriber subscriberid policy policyholder policynumber beneficiary enrollee insured insurance ins dependent hicn hic mbi payer plan health coverage benefits contract certificate',
    ),
    name:
      `(?:member|subscriber|policy(?:[ _-]?holder)?|beneficiary|enrollee|insured|insurance|ins\\.?|dependent|payer|plan|coverage|benefits?)s?'?s?` +
      `[ _-]?(?:(?:member|policy|card|plan|subscriber|contract|identification)[ _-]?)?${NUMBER}|memberid|subscriberid|policynumber|` +
      `(?:member|subscriber|policy|insurance(?: card)?)(?=\\s?[:=#])|health[ _-]?(?:plan|insurance)(?:[ _-]?(?:beneficiary|member|policy))?${NUMBERED}|hicn?|mbi|contract${NUMBERED}|certificate of coverage ${NUMBER}`,
  }),
  namedValue({
    kind: 'health-plan-number',
    at: words('group grp groupnumber groupid rx rxgrp rxgroup rxid rxbin rxpcn bin pcn'),
    name: `(?:group|grp\\.?)[ _-]?(?:policy[ _-]?)?${NUMBER}|grp(?=\\s?[:=])|groupnumber|groupid|rx ?(?:grp|group|id|bin|pcn)|bin(?=\\s?[:#=])|pcn(?=\\s?[:#=])`,
  }),
  namedValue({
    kind: 'health-plan-number',
    at: words(
      'medicare medicaid medi masshealth ahcccs badgercare cin dbn chip tenncare healthfirst medicaidid',
    ),
    name: `(?:medicare|medicaid|medi-?cal|masshealth|ahcccs|badgercare|tenncare|healthfirst|chip)[ _-]?(?:(?:member|beneficiary|recipient|claim|card|benefits)[ _-]?)?${NUMBER}?|medicaidid|cin ?(?:#|number|no\\.?)?|dbn`,
    digits: 5,
  }),
  namedValue({
    kind: 'health-plan-number',
    at: CARRIERS,
    name: `(?:${CARRIERS.join('|')})(?:[ -]?(?:cross|shield|healthcare|health|ppo|hmo|epo|of [a-z]{2,12}|permanente|choice|select|plan|insurance|cal|prime|blue|and|&|/|medicare advantage|gold|silver|bronze))*?(?: (?:member|subscriber|policy|plan|card|insurance))?[ _-]?(?:${NUMBER}|(?=\\s?[:(])|(?=,? [a-z]{0,4}\\d{6,})|(?=[ :#]{1,2}[a-z]{1,4}\\d[a-z\\d]{3,}))`.replace(
      ')*?',
      '){0,5}?',
    ),
    digits: 5,
  }),
  namedValue({
    kind: 'health-plan-number',
    at: words('numero no num id poliza afiliado afiliacion miembro n'),
    name: '(?:n[uú]mero|no\\.?|num\\.?|id|n°) (?:de )?(?:la |su |mi )?(?:seguro(?! social)(?: m[eé]dico)?|miembro|p[oó]liza|afiliad[oa]|afiliaci[oó]n|asegurad[oa]|seguro m[eé]dico|member|insurance)|p[oó]liza(?: n[uú]mero| #)?|afiliad[oa] ?(?:#|n[uú]mero)|miembro ?(?:#|n[uú]mero)',
  }),
  namedValue({
    kind: 'health-plan-number',
    at: ['id', 'number', 'no'],
    name: '(?:id|number|no\\.?) (?:on|from|for) (?:my|the|his|her|their|our) (?:insurance|member(?:ship)?|medicaid|medicare|health|aetna|cigna|bcbs|blue cross)(?: (?:plan|insurance|id))?(?: card)?',
  }),
]
