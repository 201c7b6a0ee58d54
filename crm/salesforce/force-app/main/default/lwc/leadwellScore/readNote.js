const REASON = /^[+\u2212-]\d/

/** Takes the handoff note apart: blocks with a blank line between, each under a heading in capitals. */
export function readNote(note) {
  const sections = note
    .split(/\r?\n\s*\r?\n/)
    .map((block) => sectionOf(block.split(/\r?\n/).map((line) => line.trim())))
    .filter(({ heading, lines }) => heading !== '' || lines.length > 0)
  return {
    sections,
    reasons: sections.flatMap(({ lines }) => lines.filter((line) => REASON.test(line))),
  }
}

function sectionOf(block) {
  const [first = '', ...rest] = block.filter((line) => line !== '')
  if (isHeading(first)) return { heading: first, lines: rest }
  return { heading: '', lines: first === '' ? [] : [first, ...rest] }
}

/** `SAY (in Spanish)` is a heading too: what stands in brackets may be in small letters. */
function isHeading(line) {
  const plain = line.replace(/\s*\([^)]*\)$/, '')
  return /\p{Lu}/u.test(plain) && plain === plain.toUpperCase() && !REASON.test(plain)
}
