import type { Scan } from '../scan.ts'
import { gapAfter, isCapital, isFamily } from './name-word.ts'
import { ORGANISATION_WORDS } from './words-of-capital.ts'

/** Firms, laws, questionnaires and illnesses that carry people's names, by their first two words. */
const NAMED_AFTER_PEOPLE = new Set(
  (
    'johns hopkins,betty ford,wells fargo,morgan stanley,jp morgan,goldman sachs,edward jones,charles schwab,raymond james,' +
    'merrill lynch,booz allen,willis towers,marsh mclennan,korn ferry,eli lilly,jenny craig,ralph lauren,calvin klein,' +
    'baker act,marchman act,ryan haight,beck depression,beck anxiety,hamilton anxiety,hamilton depression,hamilton rating,' +
    'young mania,edinburgh postnatal,columbia suicide,myers briggs,stanford binet,ernst young,johnson johnson,' +
    'mary kay,trader joe,papa john,martin luther,george washington,abraham lincoln,thomas jefferson,mayo clinic,' +
    'cleveland clinic,menninger clinic,mclean hospital,sheppard pratt,hazelden betty,caron treatment,dave buster,' +
    'ben jerry,harley davidson,estee lauder,tommy hilfiger,victoria secret,marie claire,dale carnegie,susan komen,' +
    'robert wood,kaiser family,bill melinda,melinda gates,jed foundation,trevor project,steve fund,jason foundation,' +
    'charlie health,oscar health,alice app,lewis county,jefferson county,jackson county,madison county,monroe county,' +
    'emily program,renee program,lee health,thomas jefferson,emory university,rice university,vanderbilt university,' +
    'duke university,drexel university,brown university,claude code,alexa skill,siri shortcuts,taylor swift,jane app,simple practice,therapy notes,lewy body,' +
    'wernicke korsakoff,guillain barre,zollinger ellison,henry schein,owens minor,arthur gallagher,jones day,' +
    'dun bradstreet,smith wesson,barnes noble,black decker,procter gamble,pratt whitney,ford motor,ford focus,lincoln financial,' +
    'john hancock,mass mutual,allen institute,beth israel,henry ford,mary washington,morgan chase,st jude'
  ).split(','),
)
/** Words after a family name that make it a scale, a law or an illness. */
const AFTER = new Set(
  'anxiety depression rating mania inventory act scale disease syndrome disorder law amendment hopkins suicide theorem'.split(
    ' ',
  ),
)
const SAINTS = new Set('st saint san santa santo mount mt fort ft port lake camp'.split(' '))

/** Is the run of tokens part of the name of something that is no person? */
export function isOrganisation(scan: Scan, first: number, last: number): boolean {
  const { tokens } = scan
  const before = tokens[first - 1]
  const joinedBefore = /^\.? $/.test(gapAfter(scan, first - 1))
  if (before !== undefined && joinedBefore && isCapital(before) && SAINTS.has(before.word))
    return true
  const words = tokens.slice(first, last + 2).map(({ word }) => word)
  if (words.some((word, index) => NAMED_AFTER_PEOPLE.has(`${word} ${words[index + 1] ?? ''}`)))
    return true
  const next = tokens[last + 1]
  if (next === undefined) return false
  const gap = gapAfter(scan, last)
  if (AFTER.has(next.word) && /^(?: |'s )$/.test(gap)) return true
  if (!isCapital(next)) return false
  if (/^(?: & | \+ |&)$/.test(gap)) return !isNameLike(scan, first, last)
  return (
    /^(?: |'s |, )$/.test(gap) &&
    ORGANISATION_WORDS.has(next.word) &&
    !(gap === ', ' && last > first)
  )
}

/** "Sarah & Tom": two given names are two people, "Johnson & Johnson" is a firm. */
function isNameLike({ tokens }: Scan, first: number, last: number): boolean {
  const one = tokens[first]
  return first === last && one !== undefined && !isFamily(one)
}
