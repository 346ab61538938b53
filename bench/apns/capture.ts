/** `npm run bench -- capture`: our gateway and a bare responder that stores nothing, in turn, under one and the same load. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeApnsKey } from '../../tests/support/pki.ts';
import { providerToken } from '../../tests/support/provider-token.ts';
import { printTable, type Row } from '../table.ts';
import { createLocalPki } from './pki.ts';
import { runLoad, startPushscope, startResponder, type Load, type RunningPushscope } from './processes.ts';

/** Both in turn, so often: what else the machine does meanwhile then weighs on both alike, and the middle round counts. */
const rounds = 5;
const warmUpMs = 700;
const measureMs = 2000;
const atOnce = 100;
const body = JSON.stringify({ aps: { alert: { title: 'Denny', body: 'Lunch at 12:30?' } }, ext: 'jump to denny' });

const nobody = { tokens: [], topic: 'com.example.im' };

interface Side {
  readonly name: string;
  readonly origin: string;
  readonly ca: string;
  readonly tokens: readonly string[];
  readonly topic: string;
}

/** The demo workspace's iPhones; pushes to them are also judged, drawn and kept as notifications. */
const phonesOf = async ({ apiUrl, token }: RunningPushscope): Promise<Pick<Side, 'tokens' | 'topic'>> => {
  const answer = await fetch(`${apiUrl}/v1/workspace`, { headers: { authorization: `Bearer ${token}` } });
  const { apps, devices } = (await answer.json()) as {
    apps: { identifiers: { ios?: string } }[];
    devices: { vendor: string; token: string | null; environment: string }[];
  };
  const phones = devices.filter((device) => device.vendor === 'apns' && device.environment === 'sandbox');
  return {
    tokens: phones.flatMap((device) => (device.token === null ? [] : [device.token])),
    topic: apps[0]?.identifiers.ios ?? '',
  };
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const measure = async (side: Side, authorization: string): Promise<Load> => {
  const { name, ...where } = side;
  const load = await runLoad({ ...where, authorization, atOnce, warmUpMs, ms: measureMs, body });
  if (load.other > 0) throw new Error(`${name}: ${load.other} answers were not 200`);
  return load;
};

/** Rows by the middle of all rounds; the first is the bare responder. With `profileDir` the gateway leaves CPU profiles there. */
export const benchCapture = async (profileDir?: string): Promise<Row[]> => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-bench-'));
  const pki = await createLocalPki();
  const authorization = `bearer ${providerToken(makeApnsKey())}`;
  const responder = await startResponder(pki.serverCertificatePem, pki.serverPrivateKeyPem);
  const gateway = await startPushscope(path.join(scratch, 'gateway'), profileDir);
  const ours = { origin: gateway.origin, ca: readFileSync(gateway.caPath, 'utf8') };
  const sides: readonly Side[] = [
    { name: 'bare responder (stores nothing)', origin: responder.origin, ca: pki.caCertificatePem, ...nobody },
    { name: 'pushscope gateway (committed first)', ...ours, ...nobody },
    { name: 'pushscope gateway, to phones', ...ours, ...(await phonesOf(gateway)) },
  ];
  const loads = new Map<string, Load[]>(sides.map((side) => [side.name, []]));
  const cpu = new Map<string, number[]>(sides.map((side) => [side.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      const before = gateway.cpuMs();
      const load = await measure(side, authorization);
      loads.get(side.name)?.push(load);
      if (before !== null) cpu.get(side.name)?.push((((gateway.cpuMs() ?? 0) - before) * 1000) / load.sent);
    }
  }
  gateway.stop();
  responder.stop();
  rmSync(scratch, { recursive: true, force: true });
  const rows = sides.map(({ name }): Row => {
    const all = loads.get(name) ?? [];
    return {
      group: 'capture',
      name,
      perSecond: middle(all.map((load) => load.perSecond)),
      p50Ms: middle(all.map((load) => load.p50Ms)),
      p99Ms: middle(all.map((load) => load.p99Ms)),
    };
  });
  printTable(`APNs capture: ${atOnce} at once, the middle of ${rounds} rounds`, rows, {
    capture: 'bare responder (stores nothing)',
  });
  for (const { name } of sides.slice(1)) {
    console.log(`${name}: ${middle(cpu.get(name) ?? []).toFixed(0)} µs of processor time for each push, all threads`);
  }
  return rows;
};
