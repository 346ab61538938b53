import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchCapture } from './capture.ts';
import { createLocalPki } from './pki.ts';
import { printTable, type Row } from '../table.ts';
import { makeApnsKey } from '../../tests/support/pki.ts';
import { providerToken } from '../../tests/support/provider-token.ts';
import { startResponder } from './processes.ts';
import { apns2, bare, nodeApn, pushscope, type SenderUnderTest } from './senders.ts';

const warmUpMs = 1000;
const measureMs = 4000;
const atOnce = 100;

const measure = async (sender: SenderUnderTest): Promise<{ perSecond: number; p50Ms: number; p99Ms: number }> => {
  let n = 0;
  const run = async (ms: number): Promise<number[]> => {
    const times: number[] = [];
    const end = performance.now() + ms;
    const worker = async (): Promise<void> => {
      while (performance.now() < end) {
        n += 1;
        const sentAt = performance.now();
        await sender.send(n.toString(16).padStart(64, 'b'));
        times.push(performance.now() - sentAt);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return times;
  };
  await run(warmUpMs);
  const started = performance.now();
  const times = (await run(measureMs)).toSorted((a, b) => a - b);
  const seconds = (performance.now() - started) / 1000;
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
};

/** Senders in turn against one bare server; then the capture side. */
export const benchApns = async (): Promise<Row[]> => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-bench-'));
  const pki = await createLocalPki();
  const key = makeApnsKey();
  const authorization = `bearer ${providerToken(key)}`;
  const responder = await startResponder(pki.serverCertificatePem, pki.serverPrivateKeyPem);
  const target = {
    origin: responder.origin,
    port: Number(new URL(responder.origin).port),
    ca: pki.caCertificatePem,
    key,
  };
  const rows: Row[] = [];
  const makers: (() => Promise<SenderUnderTest> | SenderUnderTest)[] = [
    () => bare(target, authorization),
    () => pushscope(target, path.join(scratch, 'sender')),
    () => nodeApn(target),
    () => apns2(target, 'shipped'),
    () => apns2(target, 'tuned'),
  ];
  for (const make of makers) {
    const sender = await make();
    rows.push({ group: 'send', name: sender.name, ...(await measure(sender)) });
    await sender.close();
  }
  responder.stop();
  rmSync(scratch, { recursive: true, force: true });
  printTable('APNs sending: 100 at once, one process each side', rows, { send: 'bare node:http2' });
  return [...rows, ...(await benchCapture())];
};
