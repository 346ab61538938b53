/**
 * A bare HTTP/2 client as a process of its own: sends pushes for a while and prints how many a second were answered with 200. What
 * is sent while it warms up is not counted.
 */
import http2 from 'node:http2';

interface Job {
  readonly origin: string;
  readonly ca: string;
  readonly authorization: string;
  readonly atOnce: number;
  readonly warmUpMs: number;
  readonly ms: number;
  readonly body: string;
  /** Device tokens to send to in turn; empty: a new one for each push. */
  readonly tokens: readonly string[];
  readonly topic: string;
}
// Given by bench/apns/capture.ts as one argument.
const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const session = http2.connect(job.origin, { ca: job.ca });
await new Promise<void>((resolve, reject) => {
  session.once('remoteSettings', () => resolve());
  session.once('error', reject);
});
let answered = 0;
let other = 0;
let times: number[] = [];
let until = 0;
let n = 0;
const tokenOf = (count: number): string =>
  job.tokens.length > 0 ? (job.tokens[count % job.tokens.length] ?? '') : count.toString(16).padStart(64, 'a');
const one = (): Promise<void> =>
  new Promise((resolve) => {
    n += 1;
    const sentAt = performance.now();
    const stream = session.request({
      ':method': 'POST',
      ':path': `/3/device/${tokenOf(n)}`,
      authorization: job.authorization,
      'apns-topic': job.topic,
      'apns-push-type': 'alert',
    });
    stream.on('response', (headers) => {
      if (headers[':status'] === 200) answered += 1;
      else other += 1;
    });
    stream.on('error', () => undefined);
    stream.on('close', () => {
      times.push(performance.now() - sentAt);
      resolve();
    });
    stream.resume();
    stream.end(job.body);
  });
const worker = async (): Promise<void> => {
  while (performance.now() < until) await one();
};
/** Sends for a while; returns how many seconds it took. */
const run = async (ms: number): Promise<number> => {
  answered = 0;
  other = 0;
  times = [];
  const started = performance.now();
  until = started + ms;
  await Promise.all(Array.from({ length: job.atOnce }, worker));
  return (performance.now() - started) / 1000;
};
await run(job.warmUpMs);
const seconds = await run(job.ms);
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
process.stdout.write(
  `${JSON.stringify({ perSecond: answered / seconds, sent: n, other, p50Ms: at(0.5), p99Ms: at(0.99) })}\n`,
);
session.close();
