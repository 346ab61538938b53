/** Senders of vivo, Meizu and TPNS against their gateways: real sockets, TLS and plain, with the plan each vendor's auth makes. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CredentialFacts, VendorId } from '../../src/shared/contract/index.ts';
import { DeviceInput } from '../../src/shared/contract/workspace.ts';
import { defaultOutboundSettings, Outbound } from '../../src/main/outbound/index.ts';
import { directNetwork } from '../../src/main/outbound/types.ts';
import { findVendor } from '../../src/main/vendors/index.ts';
import type { Reading, SendTarget, Vendor, WireRequest, WireResponse } from '../../src/main/vendors/vendor.ts';
import { startApp, type RunningApp } from '../support/app.ts';

const cases = [
  {
    id: 'vivo',
    token: `v2-CR${'aB3dE5fG7h'.repeat(5)}`,
    values: { appId: '100001', appKey: 'a1b2' },
    secretName: 'appSecret',
  },
  {
    id: 'meizu',
    token: 'RA50c6348036344485d01776773577c64740465480a6b',
    values: { appId: '100999' },
    secretName: 'appSecret',
  },
  {
    id: 'tpns',
    token: '036fa00000000000000000000000000000a1',
    values: { accessId: '1500000001' },
    secretName: 'secretKey',
  },
] as const;
type Case = (typeof cases)[number];

const vendorOf = (id: VendorId): Vendor => {
  const vendor = findVendor(id);
  if (!vendor) throw new Error(id);
  return vendor;
};

const addPhone = async (
  { client }: RunningApp,
  { id, token }: Case,
  state: 'active' | 'unregistered',
): Promise<void> => {
  const { apps, accounts } = await client.workspace.get();
  const device = await client.workspace.devices.create(
    DeviceInput.parse({
      name: id,
      platform: 'android',
      model: 'pixel-10',
      osVersion: '16',
      appId: apps[0]?.id ?? '',
      userId: accounts[0]?.userId ?? '',
      vendor: id,
      token,
    }),
  );
  if (state !== 'active') await client.workspace.devices.update({ id: device.id, tokenState: state, tokenDeadAtMs: 1 });
};

/** Fetches or makes the token as the flow does, sends the vendor's example, and reads the answer. */
const sendExample = async (app: RunningApp, one: Case, isPlain: boolean): Promise<Reading> => {
  const vendor = vendorOf(one.id);
  const { gateways } = await app.client.gateways.list();
  const tls = gateways.find((gateway) => gateway.vendor === one.id)?.origin ?? '';
  const origin = isPlain ? tls.replace('https:', 'http:') : tls;
  const outbound = new Outbound(
    { ...defaultOutboundSettings, network: () => directNetwork, loopbackCaPems: [app.caPem] },
    Date.now,
  );
  onTestFinished(() => outbound.close());
  const perform = async (request: WireRequest): Promise<WireResponse> => {
    const done = await outbound.perform({ origin, protocol: vendor.sender.protocol, request, identity: null });
    if (!done.ok) throw new Error(done.failure.message);
    return done.response;
  };
  const facts: CredentialFacts = {
    kind: 'app-keys',
    vendor: one.id,
    values: one.values,
    secretNames: [one.secretName],
  };
  const plan = vendor.auth.plan({ id: 'c', facts, secret: { [one.secretName]: 'a-secret-of-nobody' } }, origin);
  if (plan.kind === 'client-certificate') throw new Error(plan.kind);
  const fetched = plan.kind === 'fetched' ? plan.read(await perform(plan.request(Date.now())), Date.now()) : null;
  if (fetched && !fetched.ok) throw new Error(fetched.code);
  const token = plan.kind === 'signed' ? plan.make(Date.now()).value : (fetched?.token.value ?? null);
  const target: SendTarget = {
    token: one.token,
    appIdentifier: 'com.example.chat',
    environment: 'production',
    credential: facts,
  };
  const request = vendor.sender.request({ payload: vendor.payload.example, options: {} }, target, token);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return vendor.sender.read(request, await perform(request));
};

describe.each(cases)('$id: sender and gateway', (one) => {
  it.each([false, true])('a push is taken (plain http: %s)', async (isPlain) => {
    const app = await startApp();
    await addPhone(app, one, 'active');
    const reading = await sendExample(app, one, isPlain);
    expect(reading).toMatchObject({
      outcome: 'accepted',
      code: null,
      targets: [{ token: one.token, outcome: 'accepted' }],
    });
    expect(reading.vendorMessageId).not.toBeNull();
    const [row] = (await app.client.exchanges.list({ limit: 1 })).items;
    expect(row).toMatchObject({
      kind: 'push',
      outcome: 'accepted',
      title: 'Denny',
      vendorMessageId: reading.vendorMessageId,
    });
  });
  it('a phone whose app is gone is refused, with HTTP 200', async () => {
    const app = await startApp();
    await addPhone(app, one, 'unregistered');
    const code = { vivo: '10302', meizu: 'value.110002', tpns: '10010005' }[one.id];
    expect(await sendExample(app, one, false)).toMatchObject({ outcome: 'rejected', code });
    const [row] = (await app.client.exchanges.list({ limit: 1 })).items;
    expect(row).toMatchObject({ outcome: 'rejected', status: 200, reason: code });
  });
});
