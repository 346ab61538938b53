/** `--gateway-listen`: the gateways beyond loopback, with a certificate that says so, a line in the log and a banner. */
import { networkInterfaces } from 'node:os';
import net from 'node:net';
import tls from 'node:tls';
import { expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';

const outside = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

/** A TLS connection as a client makes it that knows the machine by this address and trusts the CA. */
const isTrustedAt = (app: RunningApp, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = tls.connect({ host, port: app.fcm.port, ca: app.caPem, ALPNProtocols: ['http/1.1'] }, () => {
      resolve(socket.authorized);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
  });

const isOpen = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port }, () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
  });

const noticesOf = async ({ client }: RunningApp) => (await client.system.health()).notices;

it('without it the gateways are on loopback alone', async () => {
  const app = await startApp();
  expect(await isTrustedAt(app, '127.0.0.1')).toBe(true);
  if (outside) expect(await isOpen(outside, app.fcm.port)).toBe(false);
  expect(await noticesOf(app)).toEqual([]);
});

it.skipIf(outside === undefined).each([
  ['the address of this machine', outside ?? ''],
  ['all addresses', '0.0.0.0'],
])(
  `%s can be reached, by a certificate of that name (skipped where a machine has loopback only)`,
  async (_, listen) => {
    const app = await startApp({ gatewayListen: listen });
    expect(await isTrustedAt(app, outside ?? '')).toBe(true);
    expect(await isTrustedAt(app, '127.0.0.1')).toBe(true);
    expect(app.logged.filter((line) => line.startsWith('WARNING')).join()).toContain(listen);
    expect(await noticesOf(app)).toMatchObject([
      { severity: 'warning', phrase: { id: 'notice.gateway-listen', params: { address: listen } } },
    ]);
  },
);

it('an address that this machine does not have ends the start, and nothing stays open', async () => {
  await expect(startApp({ gatewayListen: '192.0.2.7' })).rejects.toMatchObject({ code: 'gateway.listen-address' });
});
