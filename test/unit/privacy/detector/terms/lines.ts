export function linesOf(text: string): string[] {
  return text.trim().split('\n')
}
