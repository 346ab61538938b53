import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The clock of this machine, by the minute: days left and ages are never older than that. */
export const useNow = (): number => {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
};
