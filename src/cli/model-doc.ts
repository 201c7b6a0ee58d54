import { writeFile } from 'node:fs/promises'
import { errorCode, PermanentError } from '#src/errors.ts'
import { documentModel, renderPage } from '#src/scoring/document/document-model.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output, OutputStreams } from './output.ts'
import { readModel } from './read-model.ts'

export interface ModelDocOptions {
  readonly html: boolean
  /** Where the document goes; standard output when left out. */
  readonly out?: string | undefined
}

/** `leadwell model doc <model>`: the model in plain language. */
export async function runModelDoc(
  nameOrFile: string,
  { html, out }: ModelDocOptions,
  output: Output & Pick<OutputStreams, 'stdout'>,
): Promise<ExitCode> {
  const model = await readModel(nameOrFile)
  const text = html ? renderPage(model) : documentModel(model)
  const format = html ? 'html' : 'markdown'
  if (out === undefined) {
    output.object({ model: model.id, version: model.version, format, document: text })
    if (!output.json) output.stdout.write(text)
    return EXIT.ok
  }
  await writeFile(out, text).catch((error: unknown) => {
    throw new PermanentError('file-unwritable', `${out} cannot be written: ${errorCode(error)}.`)
  })
  output.object({ model: model.id, version: model.version, format, out })
  output.line(`Wrote ${out}.`)
  return EXIT.ok
}
