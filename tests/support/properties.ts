/**
 * How a property is tried: the same values on every run, so that what is green stays green until somebody changes it.
 * `PUSHSCOPE_SEED` asks about other values and `PUSHSCOPE_TRIES` about that many times as many: both are for looking for faults.
 */
export const tries = (numRuns = 100): { readonly seed: number; readonly numRuns: number } => ({
  seed: Number(process.env['PUSHSCOPE_SEED'] ?? 20_261_121),
  numRuns: numRuns * Number(process.env['PUSHSCOPE_TRIES'] ?? 1),
});
