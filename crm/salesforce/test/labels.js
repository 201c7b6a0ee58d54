const { readFileSync } = require('node:fs')
const path = require('node:path')

const FILE = path.join(__dirname, '../force-app/main/default/labels/CustomLabels.labels-meta.xml')
const LABEL = /<fullName>(\w+)<\/fullName>[\s\S]*?<value>([^<]*)<\/value>/g

/** Salesforce puts the labels in place; here they come from the file it would take them from. */
for (const [, name, value] of readFileSync(FILE, 'utf8').matchAll(LABEL)) {
  jest.doMock(`@salesforce/label/c.${name}`, () => ({ default: value }), { virtual: true })
}
