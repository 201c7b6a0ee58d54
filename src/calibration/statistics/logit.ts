export const logit = (chance: number): number => Math.log(chance / (1 - chance))

export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** ln(1 + e^x) without overflow: what a lost record costs at these log odds. */
export const softPlus = (x: number): number =>
  x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
