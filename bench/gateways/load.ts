/**
 * Pushes to all nine gateways at once, from a process of its own: HTTP/2 to APNs and FCM, HTTPS with kept connections to the others, each
 * push to a phone of its own, as each vendor's sender makes it. Prints one line of JSON.
 */
import http2 from 'node:http2';
import https from 'node:https';
import { nineVendors, type VendorCase } from '../../tests/support/nine-vendors.ts';
import type { VendorId } from '../../src/shared/contract/index.ts';
import type { WireRequest } from '../../src/main/vendors/vendor.ts';

/** What came of one vendor's share. */
export interface Share {
  readonly vendor: VendorId;
  /** Every request that was sent, the warm-up included. */
  readonly sent: number;
  /** Answers of the measured time that the vendor's sender reads as accepted. */
  readonly accepted: number;
  /** All answers that it reads as anything else. */
  readonly other: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
interface Job {
  readonly origins: Readonly<Record<string, string>>;
  readonly ca: string;
  readonly atOnce: number;
  readonly warmUpMs: number;
  readonly ms: number;
}
// Given by bench/gateways/run.ts as one argument.
const job = JSON.parse(process.argv[2] ?? '{}') as Job;

interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
}
type Send = (request: WireRequest) => Promise<Answer>;

const overHttp2 = async (origin: string): Promise<Send> => {
  const session = http2.connect(origin, { ca: job.ca });
  await new Promise<void>((resolve, reject) => {
    session.once('remoteSettings', () => resolve());
    session.once('error', reject);
  });
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ':method': method, ':path': path, ...Object.fromEntries(headers) });
      const chunks: Buffer[] = [];
      let status = 0;
      stream.on('response', (answer) => {
        status = answer[':status'] ?? 0;
      });
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => resolve({ status, body: Buffer.concat(chunks) }));
      stream.on('error', reject);
      stream.end(body);
    });
};

const overHttps = (origin: string): Send => {
  const agent = new https.Agent({ keepAlive: true, ca: job.ca, maxSockets: job.atOnce });
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = https.request(`${origin}${path}`, { method, agent, headers: Object.fromEntries(headers) });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      });
      request.on('error', reject);
      request.end(body);
    });
};

/** Not one push to a phone twice: vendors count them and look for repeats. */
let phones = 0;

const runShare = async (one: VendorCase): Promise<Share> => {
  const origin = job.origins[one.id] ?? '';
  const send = one.id === 'apns' || one.id === 'fcm' ? await overHttp2(origin) : overHttps(origin);
  let times: number[] = [];
  let sent = 0;
  let accepted = 0;
  let other = 0;
  const run = async (ms: number): Promise<number> => {
    const startedAt = performance.now();
    accepted = 0;
    times = [];
    const worker = async (): Promise<void> => {
      while (performance.now() - startedAt < ms) {
        phones += 1;
        const request = one.request(phones, Date.now());
        const sentAt = performance.now();
        sent += 1;
        const { status, body } = await send(request);
        times.push(performance.now() - sentAt);
        const { outcome } = one.vendor.sender.read(request, { status, headers: [], body });
        if (outcome === 'accepted') accepted += 1;
        else other += 1;
      }
    };
    await Promise.all(Array.from({ length: job.atOnce }, worker));
    return (performance.now() - startedAt) / 1000;
  };
  await run(job.warmUpMs);
  const seconds = await run(job.ms);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { vendor: one.id, sent, accepted, other, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
};

const shares = await Promise.all(nineVendors.map(runShare));
process.stdout.write(`${JSON.stringify(shares)}\n`);
process.exit(0);
