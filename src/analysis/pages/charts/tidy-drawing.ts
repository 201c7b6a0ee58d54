/**
 * What is drawn, without its outer element and without what only a live chart needs: styles of
 * hovering, which a strict page would refuse, and numbers counted up with every chart a process draws.
 */
export function tidyDrawing(svg: string, id: string): string {
  const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  return (
    body
      .replace(/<style >.*<\/style>/s, '')
      // Every text is escaped, so that only the library's own tags are between these signs.
      .replace(/<[a-z][^<>]*>/gi, (tag) => tidyTag(tag, id))
      .replace(/\n{2,}/g, '\n')
      .trim()
  )
}

function tidyTag(tag: string, id: string): string {
  return tag
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xml:space)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/, (_, style: string) => attributesOf(style))
    .replace(/(id="|url\(#)zr\d+-/g, `$1${id}-`)
    .replace(/ >$/, '>')
}

/** A policy that forbids styles forbids the `style` attribute, not what it stands for. */
function attributesOf(style: string): string {
  return style
    .split(';')
    .filter((declaration) => declaration !== '')
    .map((declaration) => {
      const [name = '', ...value] = declaration.split(':')
      return ` ${name}="${value.join(':')}"`
    })
    .join('')
}
