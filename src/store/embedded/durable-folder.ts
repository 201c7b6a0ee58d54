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

/** Puts what was written to an open file on disk; throws when that fails. */
export type SyncFile = (descriptor: number) => void

/** WASI's number for an input or output error. */
const EIO = 29

/**
 * A data folder that has what was committed on disk, not in the operating system's cache. Emscripten's
 * NODEFS leaves fsync out: the database would ask for it and be told it happened.
 */
export class DurableFolder extends NodeFS {
  readonly #syncFile: SyncFile

  constructor(dataPath: string, syncFile: SyncFile = fsyncSync) {
    super(dataPath)
    this.#syncFile = syncFile
  }

  override async init(pg: PGlite, options: InitOptions) {
    const { emscriptenOpts } = await super.init(pg, options)
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    const addFsync: PreRun = (module: unknown) => {
      const { FS } = module as NodeFileSystem
      FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => this.#fsync(nfd)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addFsync, ...preRun] } }
  }

  #fsync(descriptor: number): number {
    try {
      this.#syncFile(descriptor)
      return 0
    } catch {
      return EIO
    }
  }
}
