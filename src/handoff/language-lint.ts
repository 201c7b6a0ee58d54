import { AVOID_USE_TABLE } from './avoid-use-table.ts'

export interface LanguageFinding {
  /** The row of the avoid/use table. */
  readonly row: string
  /** The words found, as they are matched: lower case, single spaces. */
  readonly found: string
  readonly use: string
}

/** Words of the avoid/use table in text the software itself writes, in table order; empty is clean. */
export function lintText(text: string): readonly LanguageFinding[] {
  const plain = plainText(text)
  return AVOID_USE_TABLE.flatMap(({ id, avoid, use }) =>
    [...plain.matchAll(avoid)].map(([found]) => ({ row: id, found, use })),
  )
}

/** One spelling for quotes, dashes, blanks and letter case, so that typography hides nothing. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}
