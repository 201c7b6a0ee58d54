const CANDIDATES = [',', ';', '\t', '|'] as const

/** The candidate that separates the header most often, outside quotes; a comma when none does. */
export function detectDelimiter(head: string): string {
  const header = (head.split(/\r?\n/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '')
  let best: string = ','
  let most = 0
  for (const candidate of CANDIDATES) {
    const count = header.split(candidate).length - 1
    if (count > most) {
      best = candidate
      most = count
    }
  }
  return best
}
