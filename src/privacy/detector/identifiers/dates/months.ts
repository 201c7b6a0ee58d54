const ENGLISH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
const SPANISH =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre'

/** Months as alternatives of a pattern, the longer first. */
export const MONTHS = `(?:${ENGLISH}|${SPANISH})\\.?`
export const FULL_MONTHS = `(?:${ENGLISH.split('|').slice(0, 12).join('|')}|${SPANISH})`
export const MONTH_WORDS: readonly string[] = `${ENGLISH}|${SPANISH}`.split('|')

export const ORDINAL_WORDS =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first)'

export const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
export const YEAR = '(?:1[89]\\d\\d|20\\d\\d)'
