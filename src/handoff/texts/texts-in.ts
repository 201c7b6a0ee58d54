import type { NoteLanguage } from '../../ports.ts'
import { ENGLISH } from './english.ts'
import type { NoteTexts } from './note-texts.ts'
import { SPANISH } from './spanish.ts'

/** The words of notes, by the language a rep reads. */
export const TEXTS_IN: Readonly<Record<NoteLanguage, NoteTexts>> = { en: ENGLISH, es: SPANISH }
