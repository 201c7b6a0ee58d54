import { PermanentError } from '../errors.ts'
import type { AnalysisClaim, KeptResult } from '../store/analysis-repositories.ts'
import type { Store } from '../store/store.ts'
import { analysePortal } from './analyse-portal.ts'

/** Works out one analysis as it was asked for and kept; it asks for nobody's id. */
export async function workOutAnalysis(
  deps: { readonly store: Store; readonly now: () => number },
  { portal, request }: Pick<AnalysisClaim, 'portal' | 'request'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<KeptResult> {
  const [result] = await analysePortal(deps, portal, request, { signal })
  if (result !== undefined) return result
  throw new PermanentError('analysis-empty', 'There is no model for the audience asked for.')
}
