/**
 * How deeply the elements of a document without comments, CDATA and instructions nest. Counted in one
 * pass before any parser builds something of it; what is not well-formed gets some number.
 */
export function depthOf(xml: string): number {
  let depth = 0
  let deepest = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const end = endOfTag(xml, at)
    if (xml[at + 1] === '/') depth -= 1
    else {
      depth += 1
      deepest = Math.max(deepest, depth)
      if (xml[end - 1] === '/') depth -= 1
    }
    at = end + 1
  }
  return deepest
}

/** Where the tag closes; a `>` inside a quoted attribute does not close it. */
function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start; at < xml.length; at += 1) {
    const character = xml.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at
    else if (character === '"' || character === "'") quote = character
  }
  return xml.length
}
