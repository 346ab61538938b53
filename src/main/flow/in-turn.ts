/**
 * Does the same with each item, `atOnce` of them under way at a time, and gives the results in the order of the items. The first
 * error ends it: nothing new is begun.
 */
export const inTurn = async <T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  let isStopped = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !isStopped) {
      const index = next++;
      // Within bounds: `next` is below the length.
      results[index] = await work(items[index] as T);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    isStopped = true;
    // What is under way is waited for, so that nobody is told of an end before it.
    await Promise.allSettled(workers);
    throw error;
  }
  return results;
};
