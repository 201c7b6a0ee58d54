import { detectBlock } from './detect-block.ts'
import type { Finding, FindingKind } from './finding.ts'

/**
 * A text is judged block by block, each with the text around it, and where a block ends depends on
 * the text alone. So any cutting into chunks gives the findings of the whole, and memory is bounded
 * by one block, its context and the chunk.
 */
const LONGEST_BLOCK = 65_536
const SHORTEST_BLOCK = 57_344
/**
 * What is looked at on either side of a block, and so the longest identifier found in one piece: one
 * that reaches further than this into the next block is reported in pieces that touch.
 */
const CONTEXT = 1_024
/** A text this long is one block. */
export const LONGEST_IN_ONE = LONGEST_BLOCK + CONTEXT

export interface DetectStream {
  /** The findings that are certain by now; offsets count from the beginning of the stream. */
  push(chunk: string): readonly Finding[]
  /** The findings that are left. The stream begins anew. */
  end(): readonly Finding[]
}

/** Where the block that begins at `from` ends: at a line's end, else a blank, else by length. */
function endOfBlock(text: string, from: number): number {
  const longest = from + LONGEST_BLOCK
  const line = text.lastIndexOf('\n', longest - 1)
  if (line >= from + SHORTEST_BLOCK) return line + 1
  const blank = text.lastIndexOf(' ', longest - 1)
  return blank >= from + SHORTEST_BLOCK ? blank + 1 : longest
}

/** Moves a finding to the stream's offsets; what the block before has reported of it is cut off. */
function place(finding: Finding, offset: number, reported: number): Finding {
  const start = Math.max(finding.start + offset, reported)
  return { ...finding, start, end: finding.end + offset }
}

export function createDetectStream(): DetectStream {
  let kept = ''
  /** Offsets in the stream: of `kept`, and of the block that is next. */
  let keptFrom = 0
  let blockFrom = 0

  /** The kind of what reached beyond all that was looked at. */
  let open: FindingKind | undefined

  /** What goes on from the block before, up to the next blank. */
  function restOf(text: string, reported: number): Finding[] {
    if (open === undefined) return []
    const end = reported + (/^\S*/.exec(text.slice(reported - keptFrom))?.[0].length ?? 0)
    return end > reported ? [{ kind: open, start: reported, end }] : []
  }

  function judge(blockEnd: number): Finding[] {
    const reported = blockFrom === 0 ? 0 : blockFrom + CONTEXT
    const seen = kept.slice(0, blockEnd + CONTEXT - keptFrom)
    const own = detectBlock(seen).flatMap((finding) => {
      const start = finding.start + keptFrom
      if (start >= blockFrom && start < blockEnd) return [place(finding, keptFrom, blockFrom)]
      const isRest = start < blockFrom && finding.end + keptFrom > reported
      return isRest ? [place(finding, keptFrom, reported)] : []
    })
    const found = [...restOf(seen, reported), ...own]
    open = found.find(({ end }) => end === keptFrom + seen.length)?.kind
    const from = Math.max(0, blockEnd - CONTEXT)
    kept = kept.slice(from - keptFrom)
    keptFrom = from
    blockFrom = blockEnd
    return found
  }

  return {
    push(chunk) {
      kept += chunk
      const found: Finding[] = []
      while (keptFrom + kept.length > blockFrom + LONGEST_IN_ONE) {
        found.push(...judge(keptFrom + endOfBlock(kept, blockFrom - keptFrom)))
      }
      return found
    },
    end() {
      const found = judge(Math.max(blockFrom, keptFrom + kept.length))
      kept = ''
      keptFrom = 0
      blockFrom = 0
      open = undefined
      return found
    },
  }
}
