/** Names of the properties any of these rows carries: not every person has a segment. */
export function namesIn(rows: readonly Readonly<Record<string, string>>[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}
