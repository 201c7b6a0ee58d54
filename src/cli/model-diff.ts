import type { Change } from '#src/scoring/diff/change.ts'
import { diffModels } from '#src/scoring/diff/diff-models.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { readModel } from './read-model.ts'

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', changed: '~' }

/** `leadwell model diff <before> <after>`: what changed, in words. */
export async function runModelDiff(
  [before, after]: readonly [string, string],
  output: Output,
): Promise<ExitCode> {
  const changes = diffModels(await readModel(before), await readModel(after))
  for (const change of changes) {
    output.object(change)
    output.line(`${SIGNS[change.kind]} ${change.text} [${change.where}]`)
  }
  output.line(changes.length === 0 ? 'The models say the same.' : counted(changes.length, 'change'))
  return EXIT.ok
}
