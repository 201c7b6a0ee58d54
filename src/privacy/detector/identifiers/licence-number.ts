import { isDeaNumber, isNpi } from './check-digits.ts'
import { NUMBER, NUMBERED, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

/** Licences to drive, to practise and to cross borders. */
export const LICENCE_NUMBER_RULES: readonly Rule[] = [
  {
    kind: 'licence-number',
    certainty: 'checked',
    at: 'mixed',
    size: [9, 9],
    pattern: /(?<![\w-])[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![\w-])/y,
    accepts: ({ value }) => isDeaNumber(value),
  },
  {
    kind: 'licence-number',
    certainty: 'checked',
    at: 'number',
    size: [10, 10],
    pattern: /(?<![\w.+(-])[12]\d{9}(?![\w]|[-.]\d)/y,
    accepts: ({ value }) => isNpi(value),
  },
  namedValue({
    kind: 'licence-number',
    at: words(
      "driver drivers drivers' driving dl dln driverlicense state government learner cdl licencia licenciatura real",
    ),
    name: `(?:driver'?s?'?|driving|learner'?s?)[ _-]?(?:licen[cs]e|lic\\.?|permit)(?:[ _-]?${NUMBER})?|c?dl ?(?:${NUMBER})?|dln|driverlicense|(?:state|government|real)[- ]?(?:issued )?id(?: card)?(?:[ _-]?(?:number|no\\.?|#))?|licencia(?: de (?:conducir|manejo|manejar))?`,
    digits: 4,
  }),
  namedValue({
    kind: 'licence-number',
    at: words(
      'license licence licensed lic licensenumber licensure professional medical nursing certificate certification cert registration permit credential board bar birth marriage carry notary rn lcsw lmft lpc lmhc licsw lpcc lcpc lac ladc cadc lcadc psy np pmhnp bcba csw mft md',
    ),
    name:
      `(?:(?:professional|medical|nursing|rn|lcsw|lmft|lpc|lmhc|licsw|lpcc|np|md|birth|marriage|board|carry) )?(?:licen[cs]e|licensure|lic\\.?|certificat(?:e|ion)|(?<!pre-?)cert\\.?|registration|permit|credential|bar)${NUMBERED}|licensenumber|` +
      `(?:licen[cs]e|lic|certificate|cert|certification)(?=\\.?\\s?(?:[:=#]|[a-z]{2,4} ?\\d{4}))|notary (?:commission|public|bond)|(?:rn|lcsw|lmft|lpc|lmhc|licsw|lpcc|lcpc|lac|ladc|cadc|lcadc|psy|np|pmhnp|bcba|csw|mft|md)(?: (?:licen[cs]e|lic\\.?))?(?: ?(?:#|no\\.|number))?(?=[\\s:#]{1,3}(?:no\\.? ?)?[a-z]{0,4}[ -]?\\d{4})|` +
      `(?:licen[cs]e|certificate) (?:is|was)(?= [a-z]{0,3}\\d)`,
    digits: 4,
  }),
  namedValue({
    kind: 'licence-number',
    at: words('dea npi upin ptan caqh taxonomy'),
    name: `(?:dea|npi|upin|ptan|caqh)(?:[ _-]?(?:registration|provider|individual))?(?:[ _-]?${NUMBER})?`,
    digits: 4,
  }),
  namedValue({
    kind: 'licence-number',
    at: words(
      'passport passports pasaporte visa alien green uscis immigration naturalization ead a curp cedula dni nie ine matricula global ktn tribal military dod travel',
    ),
    name: `passports?(?:[ _-]?(?:card|book))?(?:[ _-]?${NUMBER})?|pasaporte|visa (?:number|no\\.?|#)|alien(?: registration)?(?: ${NUMBER})?|green card(?: ${NUMBER})?|uscis ?${NUMBER}?|(?:immigration|naturalization|ead|tribal|military|dod|travel document)[ _-]?(?:card |certificate )?${NUMBER}|a-(?:number|no\\.?)|a#|curp|c[eé]dula(?: profesional)?|dni|nie|ine|matr[ií]cula consular|(?:global entry|ktn)(?: ${NUMBER})?`,
    digits: 2,
    accepts: ({ value }) => value.length >= 6 || /\d{5}/.test(value),
  }),
]
