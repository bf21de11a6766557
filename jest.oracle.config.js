import base from './jest.config.js';

/** The tests that need LibreOffice: apart, because a fresh machine may not have it. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/oracle/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
