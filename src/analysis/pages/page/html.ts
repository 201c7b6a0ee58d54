/** Text that is HTML already; only `html` and `asHtml` make it. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[] | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose every text is escaped, so that none can open a tag or end an attribute. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = pieces.map((piece, at) => (at === 0 ? piece : rendered(parts[at - 1]) + piece))
  return { html: text.join('') }
}

/** For text that was escaped where it was made. */
export function asHtml(text: string): Html {
  return { html: text }
}

function rendered(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
