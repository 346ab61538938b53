import type { RuleTrial, Tap } from '../../../../../shared/contract/index.ts';
import { screenOf, screenTitle, type Names } from '../drawn/screens.ts';

/** Where a touch leads, in one line. nothing: nothing opens. first: the app opens, and stays on its first screen. */
export type Result =
  | { readonly kind: 'nothing' | 'first' }
  | { readonly kind: 'chat' | 'group' | 'custom' | 'url'; readonly name: string };

/** A screen or address as a result: people and groups by their names. */
export const resultOfTarget = (target: NonNullable<RuleTrial['target']>, names: Names): Result => {
  if (target.kind === 'url') return { kind: 'url', name: target.url };
  const screen = screenOf(target.screen);
  const name = screenTitle(screen, names);
  return screen.kind === 'chats' || name === null ? { kind: 'first' } : { kind: screen.kind, name };
};

/** Where one touch leads. */
export const resultOf = (tap: Pick<Tap, 'opens' | 'rules'>, names: Names): Result => {
  if (tap.opens.kind === 'nothing') return { kind: 'nothing' };
  if (tap.rules.target) return resultOfTarget(tap.rules.target, names);
  return tap.opens.kind === 'url' ? { kind: 'url', name: tap.opens.name } : { kind: 'first' };
};

/** Reached what the sender meant, or not. */
export const resultTone = (result: Result): 'accepted' | 'warning' =>
  result.kind === 'nothing' || result.kind === 'first' ? 'warning' : 'accepted';
