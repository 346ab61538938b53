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
  const rest = items.entries();
  const worker = async (): Promise<void> => {
    // One iterator for all workers: each item is taken by whoever is free.
    for (const [index, item] of rest) results[index] = await work(item);
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    for (const _left of rest);
    // What is under way is waited for, so that nobody is told of an end before it.
    await Promise.allSettled(workers);
    throw error;
  }
  return results;
};
