import type { NoteLanguage } from '../ports.ts'
import type { AvoidRow } from './avoid-row.ts'
import { AVOID_USE_TABLE } from './avoid-use-table.ts'
import { SPANISH_AVOID_USE_TABLE } from './spanish-avoid-use-table.ts'

export interface LanguageFinding {
  /** The row of the avoid/use table. */
  readonly row: string
  /** The words found, as they are matched: lower case, single spaces, no accents. */
  readonly found: string
  readonly use: string
}

const TABLES: Readonly<Record<NoteLanguage, readonly AvoidRow[]>> = {
  en: AVOID_USE_TABLE,
  es: SPANISH_AVOID_USE_TABLE,
}

/**
 * Words of the avoid/use table in text the software itself writes, in table order; empty is clean.
 * Without a language both tables are asked. Words of others between “ ” or « » are left alone.
 */
export function lintText(text: string, language?: NoteLanguage): readonly LanguageFinding[] {
  const plain = plainText(text)
  const rows = language === undefined ? [...TABLES.en, ...TABLES.es] : TABLES[language]
  return rows.flatMap(({ id, avoid, use }) =>
    [...plain.matchAll(avoid)].map(([found]) => ({ row: id, found, use })),
  )
}

// Only pairs that tell opening from closing, so that straight quotes of our own hide nothing.
const QUOTED = /\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb/g

/** One spelling for quotes, dashes, blanks, accents and letter case, so that typography hides nothing. */
function plainText(text: string): string {
  return text
    .replace(QUOTED, '""')
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}
