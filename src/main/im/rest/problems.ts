import type { Problem } from '../../../shared/contract/index.ts';
import { refusalCode, type RefusalName } from '../refusals.ts';
import type { ElementReports } from './elements.ts';
import type { Reports } from './fields.ts';

type Params = Readonly<Record<string, string | number>>;

/** What came up while a call was read, in the order it came up. */
export class Findings {
  readonly problems: Problem[] = [];
  /** The first refusal; the backend answers that one. */
  refusal: { readonly name: RefusalName; readonly code: number; readonly params: Params } | null = null;
  readonly #kind: 'c2c' | 'group';

  constructor(kind: 'c2c' | 'group') {
    this.#kind = kind;
  }

  refuse(name: RefusalName, path: string, params: Params = {}): void {
    const code = refusalCode(name, this.#kind);
    this.refusal ??= { name, code, params };
    this.problems.push({
      code: `im.${name}`,
      severity: 'error',
      path,
      phrase: { id: `im.gate.valid-message.${name}`, params: { ...params } },
      // The codes are Tencent's; which of several near ones it answers is our reading.
      certainty: 'guess',
    });
  }

  note(name: string, severity: 'warning' | 'info', path: string, params: Params = {}): void {
    this.problems.push({
      code: `im.${name}`,
      severity,
      path,
      phrase: { id: `im.problem.${name}`, params: { ...params } },
      certainty: 'documented',
    });
  }

  /** Reports of fields; `name` is how the backend refuses a wrong type where these fields are. */
  reports(name: (path: string) => RefusalName): ElementReports {
    const fields: Reports = {
      wrong: (path, wanted, found) => this.refuse(name(path), path, { path, wanted, found }),
      outside: (path, value, allowed) =>
        this.note('outside', 'warning', path, { value: JSON.stringify(value), allowed }),
      unknown: (path) => this.note('unknown-field', 'info', path, { path }),
    };
    return { ...fields, unknownType: (path, type) => this.refuse('element-unknown', path, { type }) };
  }
}
