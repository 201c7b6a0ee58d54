import { z } from 'zod'

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const Id = z.string().regex(kebabCase, 'must be lower-case words joined by hyphens')

/** A code or number, as lists hold them. */
export const ListedCode = z.union([z.string().min(1), z.number()], {
  error: 'must be a code or a number',
})

/** Words looked for inside a text; letters and digits count, case and punctuation do not. */
export const Words = z.string().regex(/[\p{L}\p{N}]/u, 'must have a letter or a digit')

const listKeys = {
  codes: z.array(ListedCode).default([]),
  words: z.array(Words).default([]),
}

/** What a list matches: the fact is one of the codes, or its text contains one of the words. */
export interface NamedList {
  readonly codes: readonly (string | number)[]
  readonly words: readonly string[]
}

/** Named lists of a model: list name → what it matches. */
export type Lists = Readonly<Record<string, NamedList>>

const hasEntries = ({ codes, words }: NamedList): boolean => codes.length + words.length > 0

/** A list in a file of its own, such as models/lists/free-mail.yaml. */
export const ListFile = z
  .strictObject({ id: Id, description: z.string().trim().min(1), ...listKeys })
  .refine(hasEntries, 'has neither codes nor words')
export type ListFile = z.output<typeof ListFile>

/** Lists in files of their own, by their id. */
export type ListFiles = ReadonlyMap<string, ListFile>

/**
 * A list as a model names it: a plain list of codes, codes and words, or the name of a list file,
 * whose entries are filled in by `resolveLists`.
 */
export const ModelList = z.preprocess(
  (value) => (Array.isArray(value) ? { codes: value } : value),
  z.strictObject({ file: Id.optional(), ...listKeys }).superRefine((list, context) => {
    const has = hasEntries(list)
    if (list.file === undefined && !has) {
      context.addIssue({ code: 'custom', message: 'has neither codes nor words nor a file' })
    }
    if (list.file !== undefined && has) {
      const message = 'names a file and has codes or words as well; keep one'
      context.addIssue({ code: 'custom', message })
    }
  }),
)
export type ModelList = z.output<typeof ModelList>

export const ModelLists = z.record(Id, ModelList).default({})
