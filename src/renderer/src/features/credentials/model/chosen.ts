/** The kinds of entries this place shows, in the order of its groups. */
export const entryKinds = ['credential', 'app', 'account', 'group', 'device', 'rule'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What is chosen in this place. `new` with `forId`: the app or account a new one belongs to. */
export type Chosen =
  | { readonly state: 'none' }
  /** The page of disputed rules, at one of them when `id` is not empty. */
  | { readonly state: 'switches'; readonly id: string }
  | { readonly state: 'entry'; readonly kind: EntryKind; readonly id: string }
  | { readonly state: 'new'; readonly kind: EntryKind; readonly forId: string | null };

const isKind = (text: string): text is EntryKind => entryKinds.some((kind) => kind === text);

/** `device:dev_1`, `new:device`, `new:rule:app_1`, `switches`, `switches:colon`. Anything else is nothing chosen. */
export const parseChosen = (text: string): Chosen => {
  const [first = '', second = '', third] = text.split(':');
  if (first === 'switches') return { state: 'switches', id: second };
  if (first === 'new' && isKind(second)) return { state: 'new', kind: second, forId: third || null };
  if (isKind(first) && second !== '') return { state: 'entry', kind: first, id: second };
  return { state: 'none' };
};

export const entryKey = (kind: EntryKind, id: string): string => `${kind}:${id}`;
/** The address of a form for a new entry. */
export const newKey = (kind: EntryKind, forId: string | null = null): string =>
  forId === null ? `new:${kind}` : `new:${kind}:${forId}`;
/** The address of the page of disputed rules, or of one rule on it. */
export const switchesKey = (id = ''): string => (id === '' ? 'switches' : `switches:${id}`);
