/**
 * The sending side: our sender with the journal on, bare node:http2 and two libraries, each against the same bare server. They take
 * turns of a second, round after round, so that whatever else the machine does hits all of them alike.
 */
import path from 'node:path';
import { printTable, type Row } from '../table.ts';
import type { SenderUnderTest } from './senders.ts';
import { apns2, bare, nodeApn, pushscope, type Target } from './senders.ts';

const atOnce = 100;
const turnMs = 1000;
const rounds = 6;
const bulkSize = 1000;
const bulkCalls = 2;

interface Tally {
  readonly name: string;
  readonly turn: () => Promise<readonly number[]>;
  readonly close: () => Promise<void> | void;
  seconds: number;
  cpuMicros: number;
  pushes: number;
  times: number[];
}

let n = 0;
const nextToken = (): string => (n += 1).toString(16).padStart(64, 'b');

/** One call per push, `atOnce` at a time, for one turn. */
const single = (sender: SenderUnderTest) => async (): Promise<readonly number[]> => {
  const times: number[] = [];
  const end = performance.now() + turnMs;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const sentAt = performance.now();
      await sender.send(nextToken());
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
};

/** Many tokens in one call, as scripts send; a second call overlaps, so that its beginning and end are not idle. */
const bulk = (send: NonNullable<SenderUnderTest['bulk']>) => async (): Promise<readonly number[]> => {
  const times: number[] = [];
  const end = performance.now() + turnMs;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) times.push(...(await send(Array.from({ length: bulkSize }, nextToken))));
  };
  await Promise.all(Array.from({ length: bulkCalls }, caller));
  return times;
};

const tallyOf = (name: string, turn: Tally['turn'], close: Tally['close']): Tally => ({
  name,
  turn,
  close,
  seconds: 0,
  cpuMicros: 0,
  pushes: 0,
  times: [],
});

const rowOf = ({ name, pushes, seconds, cpuMicros, times }: Tally): Row => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const figures = { perSecond: pushes / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
  return { group: 'send', name, ...figures, cpuMicros: cpuMicros / pushes };
};

/** Prints the table and returns its rows. `cpuMicros`: processor time of this process, all its threads, for each push. */
export const benchSending = async (target: Target, authorization: string, scratch: string): Promise<Row[]> => {
  const ours = await pushscope(target, path.join(scratch, 'sender'));
  const senders = [
    await bare(target, authorization),
    ours,
    nodeApn(target),
    await apns2(target, 'shipped'),
    await apns2(target, 'tuned'),
  ];
  const tallies = senders.map((sender) => tallyOf(sender.name, single(sender), () => sender.close()));
  if (ours.bulk)
    tallies.splice(
      2,
      0,
      tallyOf(`${ours.name}, many in one call`, bulk(ours.bulk), () => undefined),
    );
  for (const { turn } of tallies) await turn();
  for (let round = 0; round < rounds; round++) {
    for (const tally of tallies) {
      const cpu = process.cpuUsage();
      const started = performance.now();
      const times = await tally.turn();
      const used = process.cpuUsage(cpu);
      tally.seconds += (performance.now() - started) / 1000;
      tally.cpuMicros += used.user + used.system;
      tally.pushes += times.length;
      tally.times.push(...times);
    }
  }
  for (const { close } of tallies) await close();
  const rows = tallies.map(rowOf);
  printTable('APNs sending: 100 at once, one process each side, in turns', rows, { send: 'bare node:http2' });
  return rows;
};
