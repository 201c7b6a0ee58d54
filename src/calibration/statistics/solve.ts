/** Solves A·x = b for a symmetric positive definite A (row by row); undefined where A is not. */
export function solveSymmetric(
  matrix: Float64Array,
  right: Float64Array,
): Float64Array | undefined {
  const size = right.length
  const lower = choleskyOf(matrix, size)
  if (lower === undefined) return undefined
  const at = (row: number, column: number): number => lower[row * size + column] ?? 0
  const x = right.slice()
  for (let row = 0; row < size; row += 1) {
    let sum = x[row] ?? 0
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (x[k] ?? 0)
    x[row] = sum / at(row, row)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (x[k] ?? 0)
    x[row] = sum / at(row, row)
  }
  return x
}

function choleskyOf(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0
      for (let k = 0; k < column; k += 1) {
        sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0)
      }
      if (row !== column) lower[row * size + column] = sum / (lower[column * size + column] ?? 1)
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum)
      else return undefined
    }
  }
  return lower
}
