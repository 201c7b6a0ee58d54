import { isNobodysSound } from './biometric.ts'
import type { Candidate } from './candidate.ts'
import { isNobodysPicture } from './photo.ts'
import type { Scan } from './scan.ts'

const ENDING =
  /\.(?:(jpe?g|png|heic|heif|gif|bmp|tiff?|webp|raw|dng|dcm|avif)|(?:wav|mp3|m4a|ogg|oga|opus|amr|aac|flac|gsm|wma|aiff?|caf|3gpp?|mp4|mov|avi|mkv|webm|m4v))(?![\w-])/gi
const NAME_PART = /[\w%()+~.-]/
/** Longer file names than file systems allow are cut. */
const LONGEST_NAME = 255

function startOfName(text: string, dot: number): number {
  let start = dot
  while (start > 0 && dot - start < LONGEST_NAME && NAME_PART.test(text.charAt(start - 1)))
    start -= 1
  return start
}

/** Pictures and recordings known by their file name ("IMG_2041.jpg", "call-0412.wav"). */
export function findFileNames({ text }: Scan): Candidate[] {
  const found: Candidate[] = []
  if (!text.includes('.')) return found
  for (const match of text.matchAll(ENDING)) {
    const start = startOfName(text, match.index)
    const end = match.index + match[0].length
    const name = text.slice(start, end)
    if (start === match.index) continue
    if (match[1] !== undefined) {
      if (!isNobodysPicture(name)) found.push({ kind: 'photo', certainty: 'checked', start, end })
    } else if (!isNobodysSound(name)) {
      found.push({ kind: 'biometric', certainty: 'checked', start, end })
    }
  }
  return found
}
