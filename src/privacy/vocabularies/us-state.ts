import type { Vocabulary } from './vocabulary.ts'
import { plainWords } from './vocabulary.ts'

const STATES =
  'al:alabama ak:alaska az:arizona ar:arkansas ca:california co:colorado ct:connecticut de:delaware ' +
  'dc:district-of-columbia fl:florida ga:georgia hi:hawaii id:idaho il:illinois in:indiana ia:iowa ' +
  'ks:kansas ky:kentucky la:louisiana me:maine md:maryland ma:massachusetts mi:michigan mn:minnesota ' +
  'ms:mississippi mo:missouri mt:montana ne:nebraska nv:nevada nh:new-hampshire nj:new-jersey ' +
  'nm:new-mexico ny:new-york nc:north-carolina nd:north-dakota oh:ohio ok:oklahoma or:oregon ' +
  'pa:pennsylvania ri:rhode-island sc:south-carolina sd:south-dakota tn:tennessee tx:texas ut:utah ' +
  'vt:vermont va:virginia wa:washington wv:west-virginia wi:wisconsin wy:wyoming as:american-samoa ' +
  'gu:guam mp:northern-mariana-islands pr:puerto-rico vi:us-virgin-islands'

const BY_WORDS = new Map<string, string>([
  ['washington dc', 'dc'],
  ['washington d c', 'dc'],
  ['d c', 'dc'],
  ['virgin islands', 'vi'],
])
for (const entry of STATES.split(' ')) {
  const [code = '', name = ''] = entry.split(':')
  BY_WORDS.set(code, code)
  BY_WORDS.set(`us ${code}`, code)
  BY_WORDS.set(plainWords(name), code)
}

/** Two-letter state in lower case, the finest place we keep. */
export const US_STATE: Vocabulary = {
  codes: [...new Set(BY_WORDS.values()), 'other'],
  code: (text) => (text.length > 60 ? 'other' : (BY_WORDS.get(plainWords(text)) ?? 'other')),
}
