import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { depthOf } from './xml-depth.ts'

/** One element, its name resolved against the namespaces declared around it. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  /** Text without child elements; entities are left as they were written. */
  readonly text: string
  /** Child elements of this name and namespace. */
  all(name: string, namespace: string): readonly XmlElement[]
}

/** Envelope, Body, notifications, Notification, sObject, field, part of a compound field: seven. */
const DEEPEST = 12
const ATTRIBUTE = '@'
const TEXT = '#text'

/** Only at the very start, only version 1.0, and no encoding but the one that is read. */
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"utf-8"|'utf-8'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/i
/** Document types, entities, comments, CDATA and instructions: Salesforce sends none of them. */
const MARKUP = /<[!?]/
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)/
/** XML 1.0, section 2.2: the control characters that may not stand in a document. */
// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: DEEPEST,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

const Node = z.union([z.string(), z.record(z.string(), z.unknown())])
type Node = z.infer<typeof Node>
/** Prefix to namespace; the default namespace has the empty prefix. Asked outwards, never copied. */
interface Scope {
  readonly own: ReadonlyMap<string, string>
  readonly outer: Scope | undefined
}

/**
 * The root element of a plain XML document. Whatever an attacker could hide something in is refused
 * unread, before a parser sees it. Throws PermanentError `webhook-malformed`, quoting nothing.
 */
export function parseStrictXml(bytes: Uint8Array): XmlElement {
  const xml = withoutDeclaration(decode(bytes))
  if (FORBIDDEN.test(xml)) throw malformed('forbidden characters')
  if (MARKUP.test(xml)) throw malformed('declarations, comments and instructions are not accepted')
  if (ENTITY.test(xml)) throw malformed('entities are not accepted')
  if (depthOf(xml) > DEEPEST) throw malformed('nested too deeply')
  if (XMLValidator.validate(xml) !== true) throw malformed('not well-formed XML')
  const [root, ...more] = childrenOf(read(xml), { own: new Map(), outer: undefined })
  if (root === undefined || more.length > 0) throw malformed('not one root element')
  return root
}

export function malformed(reason: string): PermanentError {
  return new PermanentError('webhook-malformed', `Outbound message refused: ${reason}.`)
}

/** UTF-8 or nothing: in another encoding all of the checks above would look at the wrong characters. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw malformed('not UTF-8')
  }
}

function withoutDeclaration(xml: string): string {
  return xml.replace(DECLARATION, '')
}

function read(xml: string): Node {
  try {
    const parsed = Node.safeParse(parser.parse(xml))
    if (parsed.success) return parsed.data
  } catch {
    // The library's messages quote what they stumbled over.
  }
  throw malformed('unreadable XML')
}

function childrenOf(node: Node, scope: Scope): readonly XmlElement[] {
  if (typeof node === 'string') return []
  return Object.entries(node).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((child) => elementOf(name, Node.parse(child), scope)) : [],
  )
}

function elementOf(qualified: string, node: Node, outer: Scope): XmlElement {
  const scope = { own: new Map(namespacesOf(node)), outer }
  const colon = qualified.indexOf(':')
  const children = childrenOf(node, scope)
  return {
    namespace: namespaceOf(scope, qualified.slice(0, Math.max(0, colon))),
    name: qualified.slice(colon + 1),
    text: children.length === 0 ? textOf(node) : '',
    all: (name, namespace) =>
      children.filter((child) => child.name === name && child.namespace === namespace),
  }
}

function namespaceOf(scope: Scope | undefined, prefix: string): string {
  if (scope === undefined) return ''
  return scope.own.get(prefix) ?? namespaceOf(scope.outer, prefix)
}

/** What this element declares itself. */
function namespacesOf(node: Node): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return []
  return Object.entries(node).flatMap(([name, value]) => {
    const declaration = /^@xmlns(?::(.+))?$/.exec(name)
    if (declaration === null || typeof value !== 'string') return []
    return [[declaration[1] ?? '', value] as const]
  })
}

function textOf(node: Node): string {
  if (typeof node === 'string') return node
  const text = node[TEXT]
  return typeof text === 'string' ? text : ''
}
