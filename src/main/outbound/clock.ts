/** Time as the connections see it: it only ever goes forward, whatever is done to the machine's clock. Tests bring their own. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Calls once; the returned function takes it back. Does not keep the process alive. */
  after(ms: number, call: () => void): () => void;
  every(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
  every: (ms, call) => {
    const timer = setInterval(call, ms).unref();
    return () => clearInterval(timer);
  },
};
