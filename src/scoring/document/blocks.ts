/** A piece of running text; codes are names from the file, shown as they are written there. */
export type Inline = string | { readonly strong: string } | { readonly code: string }
export type Text = string | readonly Inline[]

export interface Table {
  readonly kind: 'table'
  /** What the table shows, for those who hear it rather than see it. */
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Text[])[]
  /** Columns of numbers, by position. */
  readonly numeric: readonly number[]
}

/** What a document is made of, before it is Markdown or a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | Table

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text })
export const list = (items: readonly Text[]): Block => ({ kind: 'list', items })
export const table = (parts: Omit<Table, 'kind' | 'numeric'> & Partial<Pick<Table, 'numeric'>>) =>
  ({ kind: 'table', numeric: [], ...parts }) satisfies Block

export const code = (text: string | number): Inline => ({ code: String(text) })
export const strong = (text: string | number): Inline => ({ strong: String(text) })

/** The pieces of a text, a plain one being its only piece. */
export function inlinesOf(text: Text): readonly Inline[] {
  return typeof text === 'string' ? [text] : text
}
