/** A bare HTTP/2 client as a process of its own: sends pushes for a while and prints how many a second were answered with 200. */
import http2 from 'node:http2';

interface Job {
  readonly origin: string;
  readonly ca: string;
  readonly authorization: string;
  readonly atOnce: number;
  readonly ms: number;
  readonly body: string;
}
// Given by bench/apns/gateway.ts as one argument.
const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const session = http2.connect(job.origin, { ca: job.ca });
await new Promise<void>((resolve, reject) => {
  session.once('remoteSettings', () => resolve());
  session.once('error', reject);
});
let answered = 0;
let other = 0;
const times: number[] = [];
const started = performance.now();
let n = 0;
const one = (): Promise<void> =>
  new Promise((resolve) => {
    n += 1;
    const sentAt = performance.now();
    const stream = session.request({
      ':method': 'POST',
      ':path': `/3/device/${n.toString(16).padStart(64, 'a')}`,
      authorization: job.authorization,
      'apns-topic': 'com.example.im',
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
  while (performance.now() - started < job.ms) await one();
};
await Promise.all(Array.from({ length: job.atOnce }, worker));
const seconds = (performance.now() - started) / 1000;
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
process.stdout.write(
  `${JSON.stringify({ perSecond: answered / seconds, answered, other, p50Ms: at(0.5), p99Ms: at(0.99) })}\n`,
);
session.close();
