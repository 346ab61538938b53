import { shorten } from '../../kit/cut-text.ts';
import { verdictOf, type Row } from '../../kit/rows.ts';
import type { GatewayPart } from '../../vendor.ts';
import { authPath, isOtherApi, pathName, sendKindOf, wrongPathCode } from '../hosts.ts';
import { refusal } from '../payload/rules.ts';
import { faults } from './faults.ts';
import { decideAuth, type Answer, type Input } from './auth-endpoint.ts';
import { failed, passed } from './checks.ts';
import { newMemory, type OppoMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { refuse } from './reply.ts';
import { decideSend, maxBodyBytes } from './send.ts';
import { welcome } from './welcome.ts';

const pathWords: Readonly<Record<string, string>> = {
  '20': 'Invalid Method',
  '21': 'Missing Method',
  '22': 'Missing Version',
  '23': 'Invalid Version',
  '24': 'Unsupported Version',
};

const refuseAddress = (input: Input, row: Row, rows: readonly Row[]): Answer => ({
  kind: 'push',
  verdict: verdictOf(rows, row.phrase),
  reply: refuse(row.refusal ?? refusal(20, 'Invalid Method')),
  connection: input.connection,
  memory: input.memory,
  effects: [],
  vendorMessageId: null,
  targets: [],
  delivery: null,
});

const decide = (input: Input): Answer => {
  const { method, path } = input.capture;
  const kind = sendKindOf(path);
  const isAuth = pathName(path) === authPath;
  if (!kind && !isAuth) {
    const code = wrongPathCode(path);
    const why = isOtherApi(path) ? 'not-imitated' : 'unknown';
    const row = failed('path', why, refusal(Number(code), pathWords[code] ?? ''), { path: shorten(path, 120) });
    return refuseAddress(input, row, [row]);
  }
  if (method.toUpperCase() !== 'POST') {
    const row = failed('method', 'other', refusal(12, 'Http Action Not Allowed'), { method });
    return refuseAddress(input, row, [passed('path'), row]);
  }
  return kind ? decideSend(input, kind) : decideAuth(input);
};

/** OPPO's auth address and its send paths on one port. */
export const oppoGateway: GatewayPart<null, OppoMemory> = {
  defaultPort: 8925,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes,
  newConnection: () => null,
  newMemory,
  decide: (input) => ({ ...decide(input), connection: null }),
  unavailable: () => refuse({ status: 503, code: '-1', message: 'Service Currently Unavailable' }),
  ...faults,
  welcome,
  recipes,
};
