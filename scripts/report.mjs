// @ts-check
// A reporter for vitest: how many tests passed and failed, and which passed only at the second try and why, as a file
// for `npm test`.
import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, flaky: { name: string, fault: string }[] }} Report */

export default class {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    /** @type {Report} */
    const report = { passed: 0, failed: 0, flaky: [] };
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') report.passed++;
        if (state === 'failed') report.failed++;
        if (test.diagnostic()?.flaky)
          report.flaky.push({
            name: `${module.relativeModuleId}: ${test.fullName}`,
            fault: (errors ?? []).map(({ message, stack }) => `${message}\n${stack ?? ''}`).join('\n'),
          });
      }
    const file = process.env.TEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}
