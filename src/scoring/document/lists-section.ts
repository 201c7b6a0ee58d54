import type { Model } from '../model.ts'
import { type Block, code, heading, type Text, table } from './blocks.ts'
import { counted, either } from './plain-words.ts'

const MOST_SHOWN = 40

/** The named lists the rules use. */
export function listsSection({ lists }: Model): readonly Block[] {
  const rows = Object.entries(lists).map(([name, { file, codes, words }]): Text[] => [
    [code(name)],
    shown(codes.map(String)),
    shown(words),
    file === undefined ? 'the model' : [code(`models/lists/${file}.yaml`)],
  ])
  if (rows.length === 0) return []
  return [
    heading(2, 'Lists'),
    table({
      caption: 'Named lists, by their codes and by words found in a text',
      head: ['List', 'Codes', 'Words', 'Kept in'],
      rows,
    }),
  ]
}

function shown(entries: readonly string[]): Text {
  if (entries.length === 0) return '–'
  const some = entries.slice(0, MOST_SHOWN).map((entry) => [code(entry)])
  const rest = entries.length - some.length
  return either(rest === 0 ? some : [...some, [counted(rest, 'other')]], 'and')
}
