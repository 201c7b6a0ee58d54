/** Templates cut at their slots; there are only as many as this folder has sentences. */
const CUT = new Map<string, readonly string[]>()

/** Puts values into `{slots}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  let text = ''
  for (const [index, part] of cut(template).entries()) {
    text += index % 2 === 0 ? part : (values[part] ?? '')
  }
  return text
}

/** Words at even places, names of slots at odd ones. */
function cut(template: string): readonly string[] {
  const known = CUT.get(template)
  if (known !== undefined) return known
  const parts = template.split(/\{(\w+)\}/)
  CUT.set(template, parts)
  return parts
}
