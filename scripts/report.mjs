// @ts-check
// A reporter for vitest: how many tests passed and failed, and which passed only at the second try, as a file for `npm test`.
import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, flaky: string[] }} Report */

export default class {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    /** @type {Report} */
    const report = { passed: 0, failed: 0, flaky: [] };
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') report.passed++;
        if (state === 'failed') report.failed++;
        if (test.diagnostic()?.flaky) report.flaky.push(`${module.relativeModuleId}: ${test.fullName}`);
      }
    const file = process.env.TEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}
