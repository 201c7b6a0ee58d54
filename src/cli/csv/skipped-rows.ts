/** Rows that could not be scored: the first are shown as they are met, the rest are counted. */
export class SkippedRows {
  readonly #write: (text: string) => void
  readonly #mostShown: number
  #count = 0

  constructor(write: (text: string) => void, mostShown = 20) {
    this.#write = write
    this.#mostShown = mostShown
  }

  get count(): number {
    return this.#count
  }

  add(line: number, what: string): void {
    this.#count += 1
    if (this.#count <= this.#mostShown) this.#write(`line ${line} skipped: ${what}\n`)
  }

  finish(): void {
    const more = this.#count - this.#mostShown
    if (more > 0) this.#write(`and ${more} more skipped\n`)
  }
}
