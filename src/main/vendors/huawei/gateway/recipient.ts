import type { Row } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import type { Api, SendAddress } from '../hosts.ts';
import { checks } from './checks.ts';
import type { HuaweiMemory } from './memory.ts';
import { isNobodys } from '../payload/token.ts';
import { keysOf } from './registry.ts';

type Input = GatewayInput<unknown, HuaweiMemory>;

/** The app or project of the address: known, or let through. */
export const checkApp = (input: Input, { api, id }: SendAddress): Row => {
  const name = api === 'v1' ? 'appId' : 'projectId';
  const params = { name, id };
  if (keysOf(input.registry).some((keys) => keys.values[name] === id)) return checks.passed('app', params);
  const words = 'No permission to send message to these tmIDs.';
  return input.settings.mode === 'strict'
    ? checks.failed('app', 'unknown', { status: 400, code: '80300002', message: words }, params)
    : checks.unverified('app', 'unverified', params);
};

/** Tokens that Huawei would not take, with v3's word for the reason. */
export interface Sorted {
  readonly row: Row;
  readonly refused: ReadonlyMap<string, string>;
}

/** v3's word for a token: dead ones have a wrong form for Huawei, those of another app no right. */
const judge = (input: Input, packages: ReadonlySet<string>, token: string): string | null => {
  const known = input.registry.findToken('huawei', token);
  if (known === null) return input.settings.mode === 'strict' || isNobodys(token) ? 'tokenFormatError' : null;
  if (known.state !== 'active') return 'tokenFormatError';
  return packages.size > 0 && !packages.has(known.appIdentifier) ? 'noRight' : null;
};

const byReason = (refused: ReadonlyMap<string, string>): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(refused.values())].map((why) => [
      why,
      [...refused].filter(([, one]) => one === why).map(([token]) => token),
    ]),
  );

/** Details about single tokens, as JSON text inside `msg`: a list for v1 and v2, grouped by reason for v3. */
export const tokenDetails = (api: Api, all: readonly string[], refused: ReadonlyMap<string, string>): string => {
  const failure = all.filter((token) => refused.has(token)).length;
  const success = all.length - failure;
  if (api !== 'v3') return JSON.stringify({ success, failure, illegal_tokens: [...refused.keys()] });
  return JSON.stringify({ success, failure, illegalTokens: byReason(refused) });
};

/** What the workspace knows of each token. All refused: 80300007; some: 80100000, and the others get the push. */
export const sortTokens = (input: Input, { api, id }: SendAddress, tokens: readonly string[]): Sorted => {
  const name = api === 'v1' ? 'appId' : 'projectId';
  const own = keysOf(input.registry).filter((keys) => keys.values[name] === id);
  const packages = new Set(own.flatMap((keys) => keys.values['packageName'] ?? []));
  const judged = new Map(tokens.map((token) => [token, judge(input, packages, token)]));
  const refused = new Map([...judged].filter((one): one is [string, string] => one[1] !== null));
  const isKnown = (token: string) => input.registry.findToken('huawei', token) !== null;
  const params = { count: refused.size, all: judged.size, reasons: [...new Set(refused.values())].join(', ') };
  if (tokens.length > 0 && refused.size === judged.size) {
    const words =
      api === 'v3'
        ? JSON.stringify({ illegalTokens: byReason(refused), failure: refused.size })
        : 'All the tokens are invalid';
    return { row: checks.failed('tokens', 'none', { status: 400, code: '80300007', message: words }, params), refused };
  }
  if (refused.size > 0) return { row: checks.unverified('tokens', 'some', params), refused };
  return { row: tokens.every(isKnown) ? checks.passed('tokens') : checks.unverified('tokens', 'unverified'), refused };
};
