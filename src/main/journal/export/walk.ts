/** The same value with every string in it, member names too where `names` is set, replaced. Depth is bounded by what JSON held. */
export const mapStrings = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapStrings(member, map)]));
};

/** Replaces every occurrence of the given texts, longest first, in whatever way they are escaped. */
export const replacing = (by: ReadonlyMap<string, string>): ((text: string) => string) => {
  const forms = new Map<string, string>();
  for (const [text, instead] of by) {
    const json = JSON.stringify(text).slice(1, -1);
    const twice = JSON.stringify(json).slice(1, -1);
    const form = new URLSearchParams([['', text]]).toString().slice(1);
    for (const one of [text, json, twice, encodeURIComponent(text), form]) if (one !== '') forms.set(one, instead);
  }
  const all = [...forms.keys()].toSorted((a, b) => b.length - a.length);
  if (all.length === 0) return (text) => text;
  const pattern = new RegExp(all.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'g');
  return (text) => text.replace(pattern, (one) => forms.get(one) ?? one);
};
