import type { Rule } from './rule.ts'
import { words } from './words.ts'

const PERSON =
  "(?:(?:my|his|her|the|a|our|their|your|this|mi|su|el|la)?\\s?(?:own )?(?:patient|client|caller|member|face|son|daughter|kid|child|children|baby|husband|wife|mother|mom|father|dad|brother|sister|family|partner|boyfriend|girlfriend|wound|injury|arms?|wrists?|bruis(?:es?|ing)|cuts?|burns?|body|skin|back|legs?|hands?|marks?|eyes?|teeth|incision|sutures?|stitches|bedroom|room|home|house|scars?|rash|tattoo|insurance cards?|cards?|ids?|license|licence|driver's? license|passport|medication bottle|prescription|paciente|cara|rostro|hij[oa]|tarjeta|seguro|identificaci[oó]n|licencia)|me|myself|him|her|herself|himself|them|us)"

const PICTURE =
  '(?:photos?|photographs?|pictures?|pics?|selfies?|headshots?|mug ?shots?|images?|snapshots?|screenshots?|portraits?|fotos?|fotograf[ií]as?|im[aá]gen(?:es)?)'

const SAID =
  `(?:full[- ]face|face|facial|family|school|yearbook|wedding|group|before[- ](?:and[- ])?after|baby|childhood|webcam|portrait|injury|dental|clinical|recent|current|profile|patient|client|passport|id|intake|wound|member|avatar|chart|admission|identification|contact) ${PICTURE}|${PICTURE} (?:of|de|from|showing) ${PERSON}(?![a-z])|${PICTURE} (?:is |are |was |were )?(?:attached|enclosed|uploaded|included|on file|adjunta|taken (?:at|on|during|of))|` +
  `(?:profile|patient|client|contact|user|member)?[ _-]?(?:photo|picture|avatar|image|headshot)[ _-]?(?:url|link|file|src)|(?:photo|picture|avatar|headshot|image)(?=\\s?[:=]\\s?["']?\\S)|fotos? de perfil|attached (?:is an? |are (?:the |some )?|the |an? |some )?${PICTURE}|(?:videos?|screen shots?|polaroids?|footage) of ${PERSON}(?![a-z])|scan(?:s|ned cop(?:y|ies))? of (?:my|his|her|the|our|their) (?:driver's )?(?:license|licence|id|passport|insurance card|card|photo)|(?:img|dsc|dscn|pxl|mvimg)[_-]?\\d{3,14}|image/(?:jpe?g|png|gif|heic|webp);base64,|portraits?(?: photo)?(?! (?:mode|orientation|of a|layout|view))|selfies?|mug ?shots?|headshots?|photographed (?:the |my |his |her )?(?:patient|client|face|him|her|me)`

const NOT_A_PERSON =
  /logo|banner|icon|hero|header|footer|favicon|button|background|bg[-_.]|pixel|spacer|flyer|brochure|\bmap\b|diagram|chart\.|graph|badge|divider|bullet|arrow|sprite|template|placeholder|infographic|building|campus|lobby|facility|office|exterior|thumbnail-default|email-sig|signature-line/i

export const isNobodysPicture = (name: string): boolean => NOT_A_PERSON.test(name)

/** Pictures a person may be seen on. */
export const PHOTO_RULES: readonly Rule[] = [
  {
    kind: 'photo',
    certainty: 'checked',
    at: ['data'],
    pattern: /data:image\/[\w.+-]{2,20}(?:;[\w=-]{1,30}){0,4},[\w+/=%-]{0,2000}/iy,
  },
  {
    kind: 'photo',
    certainty: 'named',
    at: words(
      'attached video videos screen polaroid polaroids footage scan scans scanned img dsc dscn pxl mvimg full family school yearbook wedding group before baby childhood webcam injury dental clinical face facial profile patient client passport id intake wound member avatar chart admission identification contact user photo photos photograph photographs photographed picture pictures pic pics selfie selfies headshot headshots mug mugshot mugshots image images snapshot snapshots screenshot screenshots portrait portraits foto fotos fotografia fotografias imagen imagenes',
    ),
    pattern: new RegExp(`(?:${SAID})(?![a-z])`, 'iy'),
    accepts: ({ text, start, end }) =>
      !/^ ids?\b/i.test(text.slice(end, end + 4)) &&
      !/(?:\bno|without|stock|don't (?:need|want|send)|do not (?:send|attach))\s(?:an? |any )?$/i.test(
        text.slice(Math.max(0, start - 16), start),
      ),
  },
]
