import { shorten } from '../../kit/cut-text.ts';
import { verdictOf, type Row } from '../../kit/rows.ts';
import type { GatewayAnswer, GatewayPart } from '../../vendor.ts';
import { isOtherApi, sendApiOf } from '../hosts.ts';
import { refusal } from '../payload/rules.ts';
import { faults } from './faults.ts';
import { failed, passed } from './checks.ts';
import { newMemory, type XiaomiMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { refuse } from './reply.ts';
import { decideSend } from './send.ts';
import { maxBodyBytes, type Input } from './way-in.ts';
import { welcome } from './welcome.ts';

const refuseAddress = (input: Input, row: Row, rows: readonly Row[]): GatewayAnswer<unknown, XiaomiMemory> => ({
  kind: 'push',
  verdict: verdictOf(rows, row.phrase),
  reply: refuse(row.refusal ?? refusal(10020, 'No such API'), input.newId()),
  connection: input.connection,
  memory: input.memory,
  effects: [],
  vendorMessageId: null,
  targets: [],
  delivery: null,
});

const decide = (input: Input): GatewayAnswer<unknown, XiaomiMemory> => {
  const { method, path } = input.capture;
  const api = sendApiOf(path);
  if (!api) {
    const why = isOtherApi(path) ? 'not-imitated' : 'unknown';
    const row = failed('path', why, refusal(10020, 'No such API'), { path: shorten(path, 120) });
    return refuseAddress(input, row, [row]);
  }
  if (method.toUpperCase() === 'POST') return decideSend(input, api);
  const row = failed('method', 'other', refusal(10021, 'HTTP method not supported'), { method });
  return refuseAddress(input, row, [passed('path'), row]);
};

/** Xiaomi's send paths on one port. */
export const xiaomiGateway: GatewayPart<null, XiaomiMemory> = {
  defaultPort: 8924,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes,
  newConnection: () => null,
  newMemory,
  decide: (input) => ({ ...decide(input), connection: null }),
  // The vendor's Java SDK sends again after a 5xx.
  unavailable: () =>
    refuse({ status: 503, code: '10001', message: 'System error' }, '00000000-0000-4000-8000-000000000000'),
  ...faults,
  welcome,
  recipes,
};
