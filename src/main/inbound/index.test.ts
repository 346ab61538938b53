import { expect, it } from 'vitest';
import { serverIdentity } from '../../../tests/support/server-identity.ts';
import { defineGateway, type GatewayPart } from '../vendors/vendor.ts';
import { FaultBook } from './faults.ts';
import { openInbound } from './index.ts';

const partAt = (defaultPort: number): GatewayPart =>
  defineGateway<null, null>({
    defaultPort,
    alpn: ['http/1.1'],
    plain: true,
    requestCertificate: false,
    firstSettings: () => ({}),
    maxBodyBytes: 1024,
    newConnection: () => null,
    newMemory: () => null,
    decide: () => {
      throw new Error('nothing is sent');
    },
    welcome: () => {
      throw new Error('nothing is sent');
    },
    unavailable: () => {
      throw new Error('nothing is sent');
    },
    recipes: () => [],
  });

it('one gateway that cannot listen is named, and the others listen', async () => {
  const { cert, key } = await serverIdentity();
  const log: string[] = [];
  const inbound = await openInbound({
    // No system has this port.
    gateways: [
      { vendor: 'oppo', part: partAt(70_000), read: () => null },
      { vendor: 'vivo', part: partAt(0), read: () => null },
    ],
    tls: { certificatePem: cert, privateKeyPem: key },
    registry: () => ({ findToken: () => null, credentials: [], appIdentifiers: new Set() }),
    settings: () => ({
      mode: 'known',
      environment: 'production',
      profile: 'apple',
      perTokenPerMinute: 0,
      idleSeconds: 0,
    }),
    faults: new FaultBook({ newId: () => 'f1', changed: () => undefined, random: () => 0, tokenCodes: () => [] }),
    record: () => Promise.resolve(),
    now: () => 0,
    uuid: () => '',
    random: () => 0,
    listen: null,
    port: null,
    caPath: '',
    log: (line) => void log.push(line),
  });
  try {
    expect(inbound.gateways.map(({ vendor }) => vendor)).toEqual(['vivo']);
    expect(inbound.failed).toEqual([{ vendor: 'oppo', failure: expect.stringContaining('70000') }]);
    expect(log).toEqual([expect.stringContaining('oppo gateway: cannot listen')]);
  } finally {
    await inbound.close();
  }
});
