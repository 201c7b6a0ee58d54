import { isIban, isRoutingNumber, passesLuhn } from './check-digits.ts'
import { CODE_VALUE, DIGIT_VALUE, NUMBER, NUMBERED, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

/** Cards, bank accounts and a person's account with an organisation. */
export const ACCOUNT_NUMBER_RULES: readonly Rule[] = [
  {
    kind: 'account-number',
    certainty: 'checked',
    at: 'number',
    size: [4, 19],
    pattern:
      /(?<![\w.+-])(?:\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{1,7}|3\d{3}[ -]?\d{6}[ -]?\d{4,5})(?![\w]|[-.]\d)/iy,
    accepts: ({ value }) => /^(?:[3456]|2[2-7])/.test(value) && passesLuhn(value),
  },
  {
    kind: 'account-number',
    certainty: 'checked',
    at: 'mixed',
    pattern: /(?<![\w-])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)/iy,
    accepts: ({ value }) => isIban(value),
  },
  {
    // A masked card: **** **** **** 4242
    kind: 'account-number',
    certainty: 'checked',
    at: 'number',
    size: [4, 4],
    pattern: /(?<=(?:[x*•]{4}[ -]?){2,3})\d{4}(?!\w)/iy,
  },
  namedValue({
    kind: 'account-number',
    at: words(
      'account accounts accountnumber acct acc a checking savings bank guarantor billing patient customer cuenta loan deposit hsa fsa utility invoice',
    ),
    name:
      `(?:(?:bank|checking|savings|guarantor|billing|patient|customer|loan|deposit|hsa|fsa|utility)[ _-]?){0,2}(?:account|acct|acc)\\.?${NUMBERED}|` +
      `(?:checking|savings|bank|billing|customer|guarantor|hsa|fsa|utility)[ _-]?(?:account|acct)\\.?|accountnumber|acct\\.?|account(?=\\s?[:=])|a/c(?: ${NUMBER})?|cuenta(?: bancaria| de (?:banco|ahorros|cheques))?|(?:customer|guarantor|loan|invoice|billing)[ _-]?(?:numbers?|no\\.|#|id)|invoice(?=\\s?[:#])`,
    digits: 4,
  }),
  namedValue({
    kind: 'account-number',
    at: words('routing aba rtn transit swift bic sort iban clabe'),
    name: 'routing(?: transit)?|aba|rtn|transit|swift(?:/bic)?|bic|sort code|iban|clabe',
    value: CODE_VALUE,
    digits: 2,
    accepts: ({ value }) =>
      value.length >= 6 && (!/^\d{9}$/.test(value) || isRoutingNumber(value) || value.length === 9),
  }),
  namedValue({
    kind: 'account-number',
    at: words('card visa mastercard amex discover debit credit cc tarjeta cardnumber'),
    name: '(?:credit|debit|visa|mastercard|amex|discover|payment|hsa)(?: card)?|card|cc|cardnumber|tarjeta(?: de (?:cr[eé]dito|d[eé]bito))?',
    value: DIGIT_VALUE,
    digits: 4,
    accepts: ({ value, text, start }) =>
      value.replace(/\D/g, '').length >= 13 ||
      /(?:end(?:s|ing)(?: (?:in|with))?|last (?:four|4)(?: digits)?(?: (?:are|is))?|[x*•]|termina en)[\s:]{0,2}$/i.test(
        text.slice(Math.max(0, start - 30), start),
      ) ||
      /[x*•]/i.test(value),
  }),
]
