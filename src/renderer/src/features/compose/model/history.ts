import type { MessageDraft } from './message-draft.ts';

/** What undo goes back to: the message, and the JSON as it was typed where it was. */
export interface Moment {
  readonly draft: MessageDraft;
  /** Null: the JSON says what the message says, and can be printed from it. */
  readonly restText: string | null;
}
export interface History {
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  /** What the newest change was about, and when: typing on goes into the same step. */
  readonly last: { readonly about: string; readonly atMs: number } | null;
}
export const noHistory: History = { past: [], future: [], last: null };

const most = 300;
const pauseMs = 1000;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The path of the one field that differs; where several do, the path of what holds them all. */
export const changedPath = (before: unknown, after: unknown): string => {
  if (!isPlain(before) || !isPlain(after)) return '';
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name]);
  const [only] = changed;
  return changed.length === 1 && only !== undefined ? `.${only}${changedPath(before[only], after[only])}` : '';
};

/** Takes down what there was before a change. `about`: changes about the same thing in quick succession are one step. */
export const remember = (history: History, before: Moment, about: string, atMs: number): History => {
  const { last } = history;
  const goesOn = last !== null && about !== '' && last.about === about && atMs - last.atMs < pauseMs;
  return {
    past: goesOn ? history.past : [...history.past, before].slice(-most),
    future: [],
    last: { about, atMs },
  };
};

/** One step back: what to show, and the history after it. Null: there is none. */
export const stepBack = (
  history: History,
  now: Moment,
): { readonly moment: Moment; readonly history: History } | null => {
  const moment = history.past.at(-1);
  if (!moment) return null;
  return {
    moment,
    history: { past: history.past.slice(0, -1), future: [now, ...history.future], last: null },
  };
};

/** One step forward again. */
export const stepForward = (
  history: History,
  now: Moment,
): { readonly moment: Moment; readonly history: History } | null => {
  const [moment, ...future] = history.future;
  return moment ? { moment, history: { past: [...history.past, now], future, last: null } } : null;
};
