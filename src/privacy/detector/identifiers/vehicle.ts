import { isVin } from './check-digits.ts'
import { namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

const VIN = /(?<![\w-])[A-HJ-NPR-Z0-9]{17}(?![\w-])/iy
const PLATE =
  '(?:[a-z]{2} )?(?=[a-z-]{0,7} ?\\d|\\d)[a-z0-9]{1,8}(?:[ -](?=[a-z0-9]*\\d)[a-z0-9]{1,6}|-[a-z0-9]{1,6}| [a-z]{3}(?=$|[.,;\\n"\')])){0,2}(?![a-z0-9])'

const isMarkedVin = (value: string): boolean =>
  /[a-z]/i.test(value) && /\d/.test(value) && isVin(value)

/** Chassis numbers and plates. */
export const VEHICLE_RULES: readonly Rule[] = [
  {
    kind: 'vehicle',
    certainty: 'checked',
    at: 'mixed',
    size: [17, 17],
    pattern: VIN,
    accepts: (match) => isMarkedVin(match.value),
  },
  namedValue({
    kind: 'vehicle',
    at: words('vin vehicle chassis hull boat bastidor reg registration'),
    name: "vin|(?:vehicle|chassis|hull|boat)(?:'s)?[ _-]?(?:(?:identification|id|registration|serial|vin)[ _-]?)?(?:numbers?|no\\.?|#|id|vin|registration|identification)|vehicle identification|reg(?:istration)?\\.? (?:no\\.?|number|#|plate)|bastidor",
    digits: 2,
    accepts: ({ value }) => value.length >= 5,
  }),
  namedValue({
    kind: 'vehicle',
    at: words(
      'license licence plate plates tag tags registration placa placas matricula lic licenseplate number car truck vehicle patente',
    ),
    name:
      '(?:lic(?:en[cs]e)?\\.?|number|car|truck|vehicle)[ _-]?(?:license )?(?:plates?|tags?)|licenseplate|plates?(?=[\\s:#="\x27]{1,4}(?:(?:is|are|no\\.?|number|#|read[s]?|was)[\\s:#]{0,2}){0,3}(?:[a-z]{2} )?[a-z0-9-]{0,4} ?\\d|\\s?[:#]|[\\s-](?:is|number|no)\\b)|tags? (?:numbers?|no\\.?|#)|' +
      'placas?(?: del? (?:carro|auto|coche|veh[ií]culo))?|patente(?=\\s?[:#])|matr[ií]cula(?! consular)',
    value: PLATE,
    digits: 1,
    accepts: ({ value }) =>
      value.replace(/[^a-z0-9]/gi, '').length >= 4 && !/^\d{1,3}$/.test(value),
  }),
]
