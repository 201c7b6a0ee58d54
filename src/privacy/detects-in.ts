import { detect } from './detector/detect.ts'

/** Whether the detector finds a term of health or an identifier in a name or a label. */
export function detectsIn(text: string): boolean {
  return detect(text).length > 0
}
