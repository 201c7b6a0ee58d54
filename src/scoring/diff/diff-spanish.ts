import type { Model } from '../model.ts'
import { type Change, changed } from './change.ts'

/** Texts that read otherwise in Spanish, or whose Spanish came or went. */
export function diffSpanish({ spanish: a = {} }: Model, { spanish: b = {} }: Model) {
  const shown = (text: string | undefined): string => (text === undefined ? 'none' : `“${text}”`)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((text): readonly Change[] =>
    changed('spanish', `“${text}” in Spanish`, shown(a[text]), shown(b[text])),
  )
}
