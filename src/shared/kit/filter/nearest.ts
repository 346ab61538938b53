/** How many letters have to change to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** The word somebody may have meant; the first of them when none is near, empty when there is none. */
export const nearest = (typed: string, known: readonly string[]): string => {
  const word = typed.slice(0, 40).toLowerCase();
  const begins = known.find((one) => word !== '' && one.startsWith(word));
  if (begins !== undefined) return begins;
  return known.toSorted((a, b) => distance(word, a) - distance(word, b))[0] ?? '';
};
