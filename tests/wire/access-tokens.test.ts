/**
 * Access tokens over real sockets, through the app's own send: each vendor with a token step asks for one token as an exchange of its own,
 * keeps it for the sends that follow, asks anew when it is due or was refused, and never shows it.
 */
import { describe, expect, it } from 'vitest';
import { findVendor } from '../../src/main/vendors/index.ts';
import type { SendReport, VendorId } from '../../src/shared/contract/index.ts';
import type { MessageInput } from '../../src/shared/contract/message.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { keepPhonesOf } from '../support/demo.ts';

/** How long each vendor's token is used, from its documents; seconds. */
const lives = { fcm: 3600, huawei: 3600, honor: 3600, oppo: 86_400, vivo: 86_400 } as const satisfies Partial<
  Record<VendorId, number>
>;
const vendors = ['fcm', 'huawei', 'honor', 'oppo', 'vivo'] as const;

const message: MessageInput = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
  offlinePush: { title: 'Denny', ext: '{"entity":{"action":1}}' },
};

/** The demo with the phone of one vendor, and a clock that a test sets forward. */
const start = async (vendor: VendorId) => {
  const clock = { aheadMs: 0 };
  const app = await startApp({ now: () => Date.now() + clock.aheadMs });
  await keepPhonesOf(app, [vendor]);
  const send = (): Promise<SendReport> => app.client.sends.create({ kind: 'message', message });
  return { app, clock, send };
};

const outcomesOf = ({ results }: SendReport) =>
  results.map(({ exchange, problem }) => exchange?.outcome ?? problem?.code);

/** Token requests to this vendor, oldest first. */
const asked = async ({ client }: RunningApp, origin: 'sent' | 'captured' = 'sent') => {
  const { items } = await client.exchanges.list({ limit: 200 });
  return items.filter((item) => item.kind === 'auth' && item.origin === origin).toReversed();
};

/** Outcome and code of each push, newest first. */
const pushes = async ({ client }: RunningApp, origin: 'sent' | 'captured') => {
  const { items } = await client.exchanges.list({ limit: 200 });
  return items
    .filter((item) => item.kind === 'push' && item.origin === origin)
    .map(({ outcome, reason }) => [outcome, reason]);
};

describe.each(vendors)('%s', (vendor) => {
  it('asks for one token, however many sends begin at once or follow', async () => {
    const { app, send } = await start(vendor);
    const reports = await Promise.all([send(), send(), send()]);
    expect(reports.flatMap(outcomesOf)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(outcomesOf(await send())).toEqual(['accepted']);
    expect((await asked(app)).map(({ outcome }) => outcome)).toEqual(['accepted']);
    expect(await asked(app, 'captured')).toHaveLength(1);
  });

  it('asks anew once the token is due, and not before', async () => {
    const { app, clock, send } = await start(vendor);
    await send();
    const lifeMs = lives[vendor] * 1000;
    clock.aheadMs = Math.min(lifeMs / 2, 3_000_000);
    expect(outcomesOf(await send())).toEqual(['accepted']);
    expect(await asked(app)).toHaveLength(1);
    clock.aheadMs = lifeMs + 60_000;
    expect(outcomesOf(await send())).toEqual(['accepted']);
    expect(await asked(app)).toHaveLength(2);
  });

  it('a refused token is not asked for again and again', async () => {
    const { app, send } = await start(vendor);
    await send();
    await app.client.gateways.addFault({ vendor, action: { kind: 'expire-token' } });
    for (let n = 0; n < 4; n += 1) await send();
    // It is younger than half a minute, so the next one would be as good or as bad.
    expect(await asked(app)).toHaveLength(1);
  });

  it('a token that ends in mid-use is renewed once, and each push that met it goes out once more', async () => {
    const { app, clock, send } = await start(vendor);
    await send();
    clock.aheadMs = 60_000;
    await app.client.gateways.addFault({ vendor, action: { kind: 'expire-token' }, remaining: 1 });
    expect(outcomesOf(await send())).toEqual(['accepted']);
    expect((await asked(app)).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(await asked(app, 'captured')).toHaveLength(2);
    const code = findVendor(vendor)?.gateway.accessToken?.expired.code;
    const both = [
      ['accepted', null],
      ['rejected', code],
      ['accepted', null],
    ];
    expect(await pushes(app, 'sent')).toEqual(both);
    expect(await pushes(app, 'captured')).toEqual(both);
    expect(outcomesOf(await send())).toEqual(['accepted']);
    expect(await asked(app)).toHaveLength(2);
  });

  it('several that meet its end at once share the new one', async () => {
    const { app, clock, send } = await start(vendor);
    await send();
    clock.aheadMs = 60_000;
    await app.client.gateways.addFault({ vendor, action: { kind: 'expire-token' } });
    const reports = await Promise.all([send(), send(), send()]);
    expect(reports.flatMap(outcomesOf)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await asked(app)).toHaveLength(2);
  });

  it('when the new one is refused too, that is the end of it', async () => {
    const { app, clock, send } = await start(vendor);
    await send();
    clock.aheadMs = 60_000;
    const { code, status } = findVendor(vendor)?.gateway.accessToken?.expired ?? { code: '', status: 401 };
    await app.client.gateways.addFault({ vendor, action: { kind: 'answer', code, status } });
    await app.client.gateways.addFault({ vendor, action: { kind: 'answer', code, status } });
    expect(outcomesOf(await send())).toEqual(['rejected']);
    expect(await asked(app)).toHaveLength(2);
    expect((await pushes(app, 'sent')).map(([outcome]) => outcome)).toEqual(['rejected', 'rejected', 'accepted']);
  });

  it('a refused token request is an exchange with its code, and no push goes out', async () => {
    const { app, send } = await start(vendor);
    const { gateway, errors } = findVendor(vendor) ?? {};
    const code = gateway?.tokenCodes?.[0] ?? '';
    const status = errors?.find((row) => row.code === code)?.status ?? 400;
    await app.client.gateways.addFault({ vendor, action: { kind: 'answer', code, status } });
    await send();
    expect((await asked(app)).map(({ outcome, reason }) => [outcome, reason])).toEqual([['rejected', code]]);
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items.filter(({ kind, origin }) => kind === 'push' && origin === 'captured')).toEqual([]);
  });

  it('shows no token anywhere', async () => {
    const { app, send } = await start(vendor);
    await send();
    const { items } = await app.client.exchanges.list({ limit: 50 });
    const whole = await Promise.all(items.map(({ id }) => app.client.exchanges.get({ id })));
    const answers = whole.filter(({ kind }) => kind === 'auth').map(({ response }) => response?.body.text ?? '');
    expect(answers).toHaveLength(2);
    // The same token has the same fingerprint, in the answer that gave it out as in the push it went with.
    const [print] = /\[access-token #[0-9a-f]{10}\]/.exec(answers[0] ?? '') ?? [];
    expect(print).toBeDefined();
    const pushes = whole.filter(({ kind }) => kind === 'push').map(({ request }) => JSON.stringify(request));
    expect(pushes).toHaveLength(2);
    for (const push of pushes) expect(push).toContain(print);
  });
});
