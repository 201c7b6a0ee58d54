const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config')

const { collectCoverageFrom, ...components } = jestConfig

module.exports = {
  collectCoverageFrom,
  projects: [
    {
      ...components,
      displayName: 'components',
      roots: ['<rootDir>/force-app'],
      setupFilesAfterEnv: [...components.setupFilesAfterEnv, '<rootDir>/test/labels.js'],
    },
    {
      displayName: 'source',
      roots: ['<rootDir>/test'],
      testEnvironment: 'node',
      transform: {},
    },
  ],
}
