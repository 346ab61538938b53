import type { App, Certainty } from '../../../../../shared/contract/index.ts';

/** One thing an arriving push does or does not do, with the reason as the id of a sentence. focus: iPhones. dnd: the others. */
export interface AlertFact {
  readonly id: 'banner' | 'list' | 'light' | 'sound' | 'vibration' | 'badge' | 'focus' | 'dnd';
  readonly on: boolean;
  readonly why: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly certainty: Certainty;
}
export type Answer = Omit<AlertFact, 'id'>;

const answer =
  (on: boolean) =>
  (why: string, certainty: Certainty = 'documented', params?: AlertFact['params']): Answer => ({
    on,
    why,
    certainty,
    ...(params ? { params } : {}),
  });
/** It does not happen; documented where nothing else is said. */
export const no = answer(false);
/** It happens. */
export const yes = answer(true);

/** A name without its suffix: a push may name a raw resource of Android either way. */
const bare = (file: string): string => file.replace(/\.\w+$/, '');

/** Which sentence a named sound gets: found in the app, missing there, or, without a list of the app's files, unknown. */
export const namedSound = (prefix: string, name: string, app: Partial<Pick<App, 'soundFiles'>> | undefined): string => {
  const files = app?.soundFiles ?? [];
  if (files.length === 0) return `${prefix}.named`;
  return `${prefix}.${files.some((file) => file === name || bare(file) === name || file === bare(name)) ? 'found' : 'missing'}`;
};
