import { appendFileSync } from 'node:fs';

/** A reporter of vitest: writes the names of tests that passed at their second try, a line each, into the file that PUSHSCOPE_LATE_TESTS names. */
// oxlint-disable-next-line import/no-default-export -- vitest takes a reporter in no other way.
export default class LateReporter {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const file = process.env['PUSHSCOPE_LATE_TESTS'];
    if (file && test.result().state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0)
      appendFileSync(file, `${test.module.relativeModuleId}: ${test.fullName}\n`);
  }
}
