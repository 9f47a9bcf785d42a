// @ts-check
// A reporter for vitest: how many tests passed, which failed and which passed only at the second try, and why, as a
// file for `npm test`.
import { writeFileSync } from 'node:fs';

/**
 * A test, and what it or its first try failed of.
 * @typedef {{ name: string, fault: string }} Fault
 */
/**
 * `failed` names files that could not be loaded, and what no test caught, as well.
 * @typedef {{ passed: number, failed: Fault[], flaky: Fault[] }} Report
 */

/** @param {ReadonlyArray<{ message: string, stack?: string }>} [errors] */
const faultOf = (errors = []) => errors.map(({ message, stack }) => `${message}\n${stack ?? ''}`).join('\n');

export default class {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<import('vitest/node').SerializedError>} uncaught
   */
  onTestRunEnd(modules, uncaught) {
    /** @type {Report} */
    const report = { passed: 0, failed: [], flaky: [] };
    for (const module of modules) {
      const name = `${module.project.name} ${module.relativeModuleId}`;
      for (const { errors } of [module, ...module.children.allSuites()].map((one) => ({ errors: one.errors() })))
        if (errors.length > 0) report.failed.push({ name, fault: faultOf(errors) });
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        const told = { name: `${name}: ${test.fullName}`, fault: faultOf(errors) };
        if (state === 'passed') report.passed++;
        if (state === 'failed') report.failed.push(told);
        if (test.diagnostic()?.flaky) report.flaky.push(told);
      }
    }
    for (const error of uncaught) report.failed.push({ name: 'caught by no test', fault: faultOf([error]) });
    const file = process.env.TEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}
