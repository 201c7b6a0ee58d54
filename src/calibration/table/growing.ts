/** A row of numbers that grows: rows come one by one and nobody knows how many. */
export class Growing<Numbers extends Float64Array | Int32Array | Uint8Array> {
  #numbers: Numbers
  #length = 0
  readonly #make: (length: number) => Numbers

  constructor(make: (length: number) => Numbers) {
    this.#make = make
    this.#numbers = make(1024)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length] = value
    this.#length += 1
  }

  /** The numbers so far; shares memory with what is pushed later. */
  view(): Numbers {
    return this.#numbers.subarray(0, this.#length) as Numbers
  }
}
