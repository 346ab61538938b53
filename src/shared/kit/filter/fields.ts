import { vendorIds } from '../../contract/vendor-ids.ts';
import type { Comparison, FieldName, FilterMistake } from './ast.ts';
import { colours } from './colours.ts';
import { readNumber, readSize } from './numbers.ts';
import { readTime } from './times.ts';

/** What a field takes. */
export interface Field {
  /** The values it knows; empty: any. */
  readonly choices: readonly string[];
  /** `status:>=400`. */
  readonly compares: boolean;
  /** The mistake in a value; null when it can be read. */
  readonly check: (value: string, comparison: Comparison) => FilterMistake | null;
}

const any: Field = { choices: [], compares: false, check: () => null };
const oneOf = (...choices: readonly string[]): Field => ({
  choices,
  compares: false,
  check: (value) => (choices.includes(value.toLowerCase()) ? null : 'unknown-choice'),
});

/** What `is:` can say of an exchange. */
export const isChoices = ['sent', 'captured', 'imported', 'error', 'silent', 'pinned', 'push', 'auth'] as const;
export const hasChoices = ['image', 'badge', 'ext', 'note', 'tag'] as const;

/** Every field of the language. */
export const fields: Readonly<Record<FieldName, Field>> = {
  vendor: oneOf(...vendorIds),
  status: {
    choices: ['none'],
    compares: true,
    check: (value, comparison) =>
      (value === 'none' && comparison === 'has') || readNumber(value) !== null ? null : 'bad-number',
  },
  verdict: oneOf('accepted', 'partly-accepted', 'rejected', 'failed', 'unreadable'),
  reason: any,
  app: any,
  device: any,
  token: any,
  account: any,
  message: any,
  tag: any,
  colour: oneOf(...colours),
  is: oneOf(...isChoices),
  has: oneOf(...hasChoices),
  before: { choices: [], compares: false, check: (value) => (readTime(value, 0) === null ? 'bad-time' : null) },
  after: { choices: [], compares: false, check: (value) => (readTime(value, 0) === null ? 'bad-time' : null) },
  larger: { choices: [], compares: false, check: (value) => (readSize(value) === null ? 'bad-size' : null) },
  payload: {
    choices: [],
    compares: true,
    check: (value, comparison) => (comparison === 'has' || readNumber(value) !== null ? null : 'bad-number'),
  },
};
