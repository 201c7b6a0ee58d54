import type { Rule } from './rule.ts'
import { words } from './words.ts'

/** Sound and film that is nobody's voice. */
const NOT_A_PERSON =
  /meditation|music|podcast|song|relax|hold[-_ ]?music|jingle|intro|outro|sleep|breath|ambient|nature|rain|ocean|tone|ring|chime|notification|commercial|promo|trailer|explainer|tutorial|webinar|training|animation|sample[-_]?loop/i

const PRINTS =
  'finger[ -]?prints?|thumb[ -]?prints?|palm[ -]?prints?|voice[ -]?prints?|face[ -]?prints?|hand[ -]?prints?|lip[ -]?prints?|ear[ -]?prints?|eye scans?|typing (?:rhythm|pattern)s?|foot[ -]?prints? scan|retinal?(?: |-)(?:scans?|images?|patterns?|prints?|templates?)|iris(?: |-)(?:scans?|images?|patterns?|templates?|codes?|recognition)|(?:face|facial|hand|palm|vein|palm vein|ear|gait|voice|finger|thumb|keystroke)(?: |-)(?:scans?|geometry|dynamics|analysis|recognition|templates?|biometrics?|signatures?|id templates?|embeddings?|vein scans?|pattern|patterns)|biometrics?(?: |-)(?:templates?|data|id(?:entifier)?s?|hash(?:es)?|records?|samples?|signature|enrol?lment|scans?|profiles?|markers?|information|on file|time clock|login|authentication|consent|badge)|reconocimiento facial|huellas? (?:digital(?:es)?|dactilar(?:es)?)|escaneo de (?:iris|retina)|(?:dna|genetic|genome)(?: |-)(?:samples?|profiles?|sequences?|fingerprint|tests?|results?|data)'

const PUBLIC =
  /^.{0,3}(?:background|checks?\b|clearance|locks?\b|doors?\b|resistant|proof|smudge|policy|policies|vendor|requirements?|laws?\b|screenings?|wellness|health|sensor spec)/i

const RECORDINGS =
  '(?:call|voice|audio|phone|telephone|voicemail|session|zoom|meeting|intake|video|conversation)[ _-]?(?:recordings?|record(?:ed)? (?:file|link|url)|audio|file|memo|sample|clip)(?:[ _-]?(?:url|link|id|sid|file))?|recorded (?:call|message|voicemail|session|conversation|intake|phone call|interview)s?|recordings?(?:[ _-](?:url|link|id|sid|file)| (?:of|from) (?:the|her|his|my|their|your|our|this|that|a|patient|client|caller|mr|mrs|ms|dr)(?: [a-z]{3,12})?|(?= ?(?:attached|available|saved|enclosed|uploaded|stored|below|here)))|recordingurl|recording(?=\\s?[:=])|grabaci[oó]n de (?:la |su |mi )?(?:llamada|voz|conversaci[oó]n)|audio (?:recording|file|clip)s?(?: of)?|audio (?:of|from) (?:the|her|his|my|their|a) [a-z]{3,12}|voice (?:sample|memo)s?'

const NOTICE =
  /(?:may be|will be|are|is|being|can be|monitored or|not|never|no|without|do not keep|don't keep|no longer|any|for)\s(?:a |an |the |any )?$/i

/** Prints, scans and recorded voices. */
export const BIOMETRIC_RULES: readonly Rule[] = [
  {
    kind: 'biometric',
    certainty: 'named',
    at: words(
      'handprint handprints lip eye typing finger fingerprint fingerprints thumb thumbprint thumbprints palm palmprint palmprints voice voiceprint voiceprints face faceprint faceprints facial foot footprint retina retinal iris hand vein ear gait keystroke biometric biometrics huella huellas escaneo dna genetic genome reconocimiento',
    ),
    pattern: new RegExp(`(?:${PRINTS})(?![a-z])`, 'iy'),
    accepts: ({ text, start, end }) =>
      !PUBLIC.test(text.slice(end, end + 24)) &&
      !/(?:\b(?:no|without|never|browser|digital|device|carbon|certificate|cert|key|ssh|tls|ssl|pgp|gpg|public|canvas|file|host)|don't|do not (?:collect|use|take|store|keep))\s(?:collect |use |take |store |keep |any )?$/i.test(
        text.slice(Math.max(0, start - 26), start),
      ),
  },
  {
    kind: 'biometric',
    certainty: 'named',
    at: words(
      'call voice audio phone telephone voicemail session zoom meeting intake video conversation recorded recording recordings recordingurl grabacion',
    ),
    pattern: new RegExp(`(?:${RECORDINGS})(?![a-z])`, 'iy'),
    accepts: ({ text, start }) => !NOTICE.test(text.slice(Math.max(0, start - 24), start)),
  },
]

export const isNobodysSound = (name: string): boolean => NOT_A_PERSON.test(name)
