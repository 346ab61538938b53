/** One measured thing. `perSecond` compares within its group. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time for each, all threads of the process; absent where it is not measured. */
  readonly cpuMicros?: number;
}

/** A table for people and a JSON line per row for scripts. Ratios are against the row named for the group. */
export const printTable = (
  title: string,
  rows: readonly Row[],
  against: Readonly<Record<string, string>>,
  bench = 'apns',
): void => {
  const ratio = (row: Row): number => {
    const base = rows.find((other) => other.group === row.group && other.name === against[row.group]);
    return base ? row.perSecond / base.perSecond : Number.NaN;
  };
  console.log(`\n${title}\n`);
  console.log(
    `${'what'.padEnd(46)}${'per second'.padStart(12)}${'ratio'.padStart(8)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'cpu µs'.padStart(8)}`,
  );
  for (const row of rows) {
    const figures = [
      row.perSecond.toFixed(0).padStart(12),
      ratio(row).toFixed(2).padStart(8),
      row.p50Ms.toFixed(2).padStart(9),
      row.p99Ms.toFixed(2).padStart(9),
      (row.cpuMicros?.toFixed(0) ?? '').padStart(8),
    ];
    console.log(`${`${row.group}: ${row.name}`.padEnd(46)}${figures.join('')}`);
  }
  console.log('');
  for (const row of rows) console.log(JSON.stringify({ bench, ...row, ratio: ratio(row) }));
};
