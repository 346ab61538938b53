import type { ImCode, Phrase } from '../../shared/contract/index.ts';
import { sources } from './sources.ts';
import { refusalCodes, type RefusalName } from './refusals.ts';

/** Why nothing here brings a code about: `im.code.why.<reason>`. */
export type Elsewhere =
  | 'account'
  | 'client'
  | 'console'
  | 'friends'
  | 'internal'
  | 'network'
  | 'other'
  | 'page'
  | 'rate'
  | 'vendor'
  | 'webhook';

/** One or several codes of one meaning, `im.code.<first code>`, and what answers them here. */
export interface CodeRow {
  readonly group: ImCode['group'];
  readonly answered: ImCode['answered'];
  readonly codes: readonly number[];
  /** Refusals of a message by their names, or answers of the SDK to an event on a phone. Empty: `why` says why none. */
  readonly by: readonly string[];
  readonly why: Elsewhere | null;
}

const refused = (codes: readonly number[], ...by: readonly RefusalName[]): CodeRow => ({
  group: 'backend',
  answered: 'call',
  codes,
  by,
  why: null,
});
const event = (code: number, by: string): CodeRow => ({
  group: 'backend',
  answered: 'event',
  codes: [code],
  by: [by],
  why: null,
});
const never = (codes: readonly number[], why: Elsewhere, group: CodeRow['group'] = 'backend'): CodeRow => ({
  group,
  answered: 'never',
  codes,
  by: [],
  why,
});

/** The codes of Tencent's error pages that concern sending and offline push, in the order of their numbers. */
export const errorCodes: readonly CodeRow[] = [
  event(6014, 'not-logged-in'),
  never([10_002], 'internal'),
  refused([10_004], 'online-with-control', 'sync-wrong'),
  refused([10_007], 'not-member'),
  refused([10_010], 'no-group'),
  refused([10_015], 'group-id-wrong'),
  never([10_016], 'webhook'),
  refused([10_017], 'muted-in-group'),
  never([10_023], 'rate'),
  never([20_001], 'network'),
  never([20_002], 'account'),
  refused([20_003], 'party-unknown'),
  never([20_004], 'network'),
  never([20_005], 'internal'),
  never([20_006], 'webhook'),
  refused([20_007], 'blocked'),
  never([20_009, 20_010, 20_011], 'friends'),
  refused([20_012], 'sender-muted'),
  event(21_005, 'token-before-login'),
  never([22_001], 'console'),
  event(22_003, 'token-empty'),
  event(22_004, 'token-too-long'),
  never([22_006], 'rate'),
  refused([70_107], 'from-unknown'),
  never([70_169], 'internal'),
  never([80_001], 'console'),
  refused([80_002], 'text-too-long'),
  refused([90_001], 'not-json', 'not-object', 'too-deep', 'field-wrong'),
  refused([90_002], 'no-elements', 'element-wrong'),
  refused([90_003], 'to-missing'),
  refused([90_005], 'random-wrong'),
  refused([90_007], 'body-not-array'),
  refused([90_008], 'from-wrong'),
  never([90_009], 'account'),
  refused([90_010], 'element-unknown', 'too-many-elements', 'two-customs'),
  refused([90_011], 'too-many-targets'),
  refused([90_012], 'to-unknown'),
  never([90_018], 'other'),
  never([90_024, 90_045, 90_047], 'other'),
  refused([90_026], 'lifetime-too-long'),
  refused([90_031], 'sync-wrong'),
  refused([90_043], 'push-wrong'),
  refused([90_044], 'lifetime-wrong'),
  refused([90_048], 'from-unknown'),
  refused([90_055], 'body-too-long-old'),
  never([90_056], 'page'),
  never([90_057], 'other'),
  never([90_992, 90_994, 90_995, 91_000], 'internal'),
  refused([93_000], 'body-too-long', 'too-large'),
  never([120_001, 130_000], 'webhook'),
  ...[-195, -196, -197, -198, -199, -200, -201, -202, -203].map((code) => never([code], 'vendor', 'push')),
  ...[800_001, 800_002, 800_003, 800_004, 800_005, 800_006, 800_007, 800_008, 800_009, 800_010].map((code) =>
    never([code], 'client', 'client'),
  ),
  ...[800_013, 800_014, 800_016, 6012, 9523, 70_016, 3000].map((code) => never([code], 'client', 'client')),
];

/** Codes that a refusal of a message answers, in both kinds of conversation. */
export const codesOfRefusals = (): ReadonlySet<number> =>
  new Set(Object.values(refusalCodes).flatMap(({ c2c, group }) => [c2c, group]));

const phrase = (id: string): Phrase => ({ id: `im.code.${id}` });

/** The table in the words of the catalogues. */
export const imCodes = (): ImCode[] =>
  errorCodes.map(({ group, answered, codes, by, why }) => ({
    group,
    answered,
    codes: [...codes],
    meaning: phrase(String(codes[0])),
    by: [...by],
    why: why && phrase(`why.${why}`),
    certainty: 'documented',
    source: sources.errors,
  }));
