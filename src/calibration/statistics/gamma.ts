/** Lanczos' approximation with g = 7 and nine terms (Numerical Recipes §6.1): about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
]
const MOST_TERMS = 10_000
const CLOSE_ENOUGH = 1e-15

/** ln Γ(x) for x ≥ 0.5. */
export function logGamma(x: number): number {
  const base = x - 1 + 7.5
  const sum = LANCZOS.reduce(
    (total, term, at) => total + (at === 0 ? term : term / (x - 1 + at)),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** Q(a, x), the upper regularised incomplete gamma function (Numerical Recipes §6.2). */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x)
}

function lowerBySeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * CLOSE_ENOUGH; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** Lentz's way through the continued fraction. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    h *= c * d
    if (Math.abs(c * d - 1) < CLOSE_ENOUGH) break
  }
  return h * Math.exp(-x + a * Math.log(x) - logGamma(a))
}
