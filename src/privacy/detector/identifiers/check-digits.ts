const digitsOf = (value: string): number[] => Array.from(value.replace(/\D/g, ''), Number)

/** ISO/IEC 7812: cards, IMEI and (with its prefix) NPI. */
export function passesLuhn(value: string): boolean {
  const digits = digitsOf(value).toReversed()
  const sum = digits.reduce((total, digit, index) => {
    if (index % 2 === 0) return total + digit
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2)
  }, 0)
  return sum % 10 === 0 && digits.some((digit) => digit !== 0)
}

/** ISO 13616: the country and check digits move to the end, letters count from 10. */
export function isIban(value: string): boolean {
  const compact = value.replace(/[\s-]/g, '').toUpperCase()
  const moved = compact.slice(4) + compact.slice(0, 4)
  let remainder = 0
  for (const character of moved) {
    const number = Number.parseInt(character, 36)
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97
  }
  return remainder === 1
}

const VIN_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** 49 CFR 565.15(c): the ninth place is a check digit. */
export function isVin(value: string): boolean {
  const characters = Array.from(value.toUpperCase())
  const sum = characters.reduce(
    (total, character, index) =>
      total + (VIN_VALUES.indexOf(character) % 10) * (VIN_WEIGHTS[index] ?? 0),
    0,
  )
  const check = sum % 11
  return characters[8] === (check === 10 ? 'X' : String(check))
}

/** Routing numbers of the American Bankers Association: weights 3, 7, 1. */
export function isRoutingNumber(value: string): boolean {
  const weights = [3, 7, 1]
  const sum = digitsOf(value).reduce((total, digit, i) => total + digit * (weights[i % 3] ?? 0), 0)
  return sum > 0 && sum % 10 === 0
}

/** 21 CFR 1301 numbers: the last digit is that of (1st+3rd+5th) + 2 × (2nd+4th+6th). */
export function isDeaNumber(value: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = -1] = digitsOf(value.slice(2))
  return (a + c + e + 2 * (b + d + f)) % 10 === check
}

/** National Provider Identifier: Luhn with the prefix 80840. */
export const isNpi = (value: string): boolean => passesLuhn(`80840${value}`)

const CASE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** The last three of an 18-character Salesforce id tell which of the first 15 are capitals. */
export function isSalesforceId(value: string): boolean {
  const suffix = [0, 5, 10].map((from) => {
    const bits = Array.from(value.slice(from, from + 5), (one) =>
      one >= 'A' && one <= 'Z' ? 1 : 0,
    )
    return CASE_LETTERS.charAt(bits.reduce<number>((sum, bit, index) => sum + (bit << index), 0))
  })
  return value.slice(15).toUpperCase() === suffix.join('')
}
