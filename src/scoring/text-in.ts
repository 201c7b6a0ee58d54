import type { NoteLanguage } from '../ports.ts'
import type { CompiledModel } from './score.ts'

/** Says a reason, label or theme of a model in a language; in English where the model has no other. */
export function textIn(
  { spanish }: Pick<CompiledModel, 'spanish'>,
  language: NoteLanguage,
): (text: string) => string {
  return language === 'es' ? (text) => spanish.get(text) ?? text : (text) => text
}
