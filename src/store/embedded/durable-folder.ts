import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type InitOptions = Parameters<NodeFS['init']>[1]
type PreRun = Extract<NonNullable<InitOptions['preRun']>, readonly unknown[]>[number]

/** The part of Emscripten's file system this reaches into. */
interface NodeFileSystem {
  readonly FS: {
    readonly filesystems: {
      readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { nfd: number }) => number } }
    }
  }
}

/** WASI's number for an input or output error. */
const EIO = 29

/**
 * A data folder that has what was committed on disk, not in the operating system's cache. Emscripten's
 * NODEFS leaves fsync out: the database would ask for it and be told it happened.
 */
export class DurableFolder extends NodeFS {
  override async init(pg: PGlite, options: InitOptions) {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    const addFsync: PreRun = (module: unknown) => {
      const { FS } = module as NodeFileSystem
      FS.filesystems.NODEFS.stream_ops.fsync = syncFile
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addFsync, ...preRun] } }
  }
}

function syncFile({ nfd }: { nfd: number }): number {
  try {
    fsyncSync(nfd)
    return 0
  } catch {
    return EIO
  }
}
