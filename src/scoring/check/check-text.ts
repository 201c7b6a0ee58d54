import type { ListFiles } from '../lists.ts'
import { tryParseModel } from '../parse-model.ts'
import { createLineFinder } from '../read-yaml.ts'
import { type LocatedFinding } from './finding.ts'
import type { LintDeps } from './lint.ts'
import { lintModel } from './lint-model.ts'

export interface ModelText {
  readonly text: string
  /** As the person named it. */
  readonly file: string
  readonly lists: ListFiles
}

/**
 * Everything wrong or doubtful in a model as written, with lines. A model that cannot be read has its
 * problems as errors and is not linted.
 */
export function checkModelText(
  { text, file, lists }: ModelText,
  deps: LintDeps,
): readonly LocatedFinding[] {
  const parsed = tryParseModel(text, file, lists)
  if ('problems' in parsed) {
    return parsed.problems.map(({ line, path, sentence }) => ({
      code: 'not-a-model',
      severity: 'error',
      line,
      path,
      message: sentence,
      fix: 'docs/guides/model-language.md tells what can stand there.',
    }))
  }
  const lineOf = createLineFinder(text)
  return lintModel(parsed.model, deps).map((finding) => ({
    ...finding,
    line: lineOf(finding.path),
  }))
}
