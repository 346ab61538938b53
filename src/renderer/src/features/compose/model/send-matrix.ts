import type {
  Device,
  ExchangeSummary,
  Notification,
  Outcome,
  Phrase,
  PhoneView,
  SendResult,
  VendorId,
} from '../../../../../shared/contract/index.ts';

/** What the decision was; `raw`: nobody was asked, because the payload was written by hand. */
export type Decided = 'push' | 'no' | 'no-text' | 'raw';
/** What the vendor made of it; `not-sent`: it was never asked. */
export type Taken = Outcome | 'not-built' | 'not-sent';
/** What became of it on the simulated phone; `none`: no simulated phone got it, which says nothing about a real one. */
export type Seen = Notification['state'] | 'none';

/** One phone or token of a send, from the decision to the screen. */
export interface MatrixRow {
  readonly key: string;
  readonly deviceId: string | null;
  readonly token: string | null;
  readonly vendor: VendorId;
  readonly decided: Decided;
  readonly taken: Taken;
  readonly status: number | null;
  /** The vendor's code. */
  readonly reason: string | null;
  readonly seen: Seen;
  /** Why the phone keeps it to itself. */
  readonly quietBecause: Phrase | null;
  /** The row of the log that tells the rest. */
  readonly exchangeId: string | null;
  /** The gateway's half of it, when it went to one of ours. */
  readonly capturedId: string | null;
  readonly tookMs: number | null;
}

/** Rows that ended alike, in the order they first came. */
export interface MatrixGroup {
  readonly id: string;
  readonly taken: Taken;
  readonly reason: string | null;
  readonly seen: Seen;
  readonly quietBecause: Phrase | null;
  /** One of its exchanges, whose explanation holds for all: the gateway's half where there is one, for it names the check. */
  readonly exchangeId: string | null;
  readonly rows: readonly MatrixRow[];
}

/** Where a send is looked for on the simulated phones. */
export interface Seeing {
  readonly messageId: string;
  /** The log, newest first. */
  readonly exchanges: readonly ExchangeSummary[];
  readonly phones: Readonly<Record<string, PhoneView>>;
}

const decidedOf = ({ decision }: SendResult): Decided => {
  if (!decision) return 'raw';
  if (decision.pushed) return 'push';
  return decision.intent ? 'no' : 'no-text';
};

/** What the gateways here took in of this send, by device. */
interface Arrival {
  readonly exchangeId: string;
  readonly accepted: boolean;
  readonly notification: Notification | undefined;
}
const arrivals = ({ messageId, exchanges, phones }: Seeing): ReadonlyMap<string, Arrival> => {
  const found = new Map<string, Arrival>();
  for (const one of exchanges) {
    if (one.messageId !== messageId || one.origin !== 'captured' || one.kind !== 'push') continue;
    for (const { deviceId, outcome } of one.targets) {
      if (deviceId === null || found.has(deviceId)) continue;
      const notification = phones[deviceId]?.notifications.find(({ exchangeId }) => exchangeId === one.id);
      found.set(deviceId, { exchangeId: one.id, accepted: outcome === 'accepted', notification });
    }
  }
  return found;
};
/** What was accepted and is on the phone no more was tapped, dismissed or replaced. */
const seenOf = (arrival: Arrival | undefined): Seen =>
  arrival?.notification?.state ?? (arrival?.accepted === true ? 'gone' : 'none');

const rowsOf = (result: SendResult, seen: ReadonlyMap<string, Arrival>): MatrixRow[] => {
  const { exchange, vendor } = result;
  const common = {
    vendor,
    decided: decidedOf(result),
    status: exchange?.status ?? null,
    exchangeId: exchange?.id ?? null,
    tookMs: exchange?.tookMs ?? null,
  };
  const rowOf = (deviceId: string | null, token: string | null, taken: Taken, reason: string | null): MatrixRow => {
    const arrived = deviceId === null ? undefined : seen.get(deviceId);
    return {
      ...common,
      key: `${deviceId ?? ''} ${token ?? ''}`,
      deviceId,
      token,
      taken,
      reason,
      seen: seenOf(arrived),
      quietBecause: arrived?.notification?.quietBecause ?? null,
      capturedId: arrived?.exchangeId ?? null,
    };
  };
  if (!exchange) {
    const problem = result.problem?.code ?? null;
    return [rowOf(result.deviceId, result.token, result.state === 'not-built' ? 'not-built' : 'not-sent', problem)];
  }
  // A request can name many tokens, each with an end of its own.
  if (exchange.targets.length > 1) {
    return exchange.targets.map((one) => rowOf(one.deviceId, one.token, one.outcome, one.reason));
  }
  return [rowOf(result.deviceId, result.token, exchange.outcome, exchange.reason)];
};

/** A row for every phone and every token of a send. */
export const matrixRows = (results: readonly SendResult[], seeing: Seeing): readonly MatrixRow[] => {
  const seen = arrivals(seeing);
  return results.flatMap((result) => rowsOf(result, seen));
};

/** Did all go well, as far as can be seen here? */
export const wentWell = ({ taken, seen }: Pick<MatrixRow, 'taken' | 'seen'>): boolean =>
  taken === 'accepted' && seen !== 'quiet' && seen !== 'waiting' && seen !== 'lost';

/** Rows by what became of them: ten thousand tokens have a handful of reasons. A tapped card was shown. */
export const groupRows = (rows: readonly MatrixRow[]): readonly MatrixGroup[] => {
  const found = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const id = wentWell(row) ? 'well' : [row.vendor, row.taken, row.reason, row.seen, row.quietBecause?.id].join(' ');
    const before = found.get(id);
    if (before) before.push(row);
    else found.set(id, [row]);
  }
  return [...found].flatMap(([id, own]) => {
    const [first] = own;
    if (!first) return [];
    const { taken, reason, seen, quietBecause, capturedId } = first;
    return [{ id, taken, reason, seen, quietBecause, exchangeId: capturedId ?? first.exchangeId, rows: own }];
  });
};

/** What the device of a row is called: its name, or its token cut short by `cut`; `nobody` when it has neither. */
export const rowName = (
  { deviceId, token }: Pick<MatrixRow, 'deviceId' | 'token'>,
  devices: readonly Pick<Device, 'id' | 'name'>[],
  cut: (token: string) => string,
  nobody: string,
): string => devices.find((one) => one.id === deviceId)?.name ?? (token === null ? nobody : cut(token));
