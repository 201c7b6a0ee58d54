/** A list written with blanks. */
export const words = (list: string): readonly string[] =>
  list.split(/\s+/).filter((word) => word !== '')
