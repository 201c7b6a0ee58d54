import { detectBlock } from './detect-block.ts'
import { createDetectStream, LONGEST_IN_ONE } from './detect-stream.ts'
import type { Finding } from './finding.ts'

/** What identifies somebody or tells of their health in a text, in order of place. */
export function detect(text: string): readonly Finding[] {
  if (text.length <= LONGEST_IN_ONE) return detectBlock(text)
  const stream = createDetectStream()
  return [...stream.push(text), ...stream.end()]
}
