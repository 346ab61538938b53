import type { ComposeState, ComposeStore } from '../../stores/compose-store.ts';

/** A message by its form, its JSON or both, a vendor's payload as it is, or a story of events around a message. */
export const sides = ['form', 'both', 'json', 'raw', 'scenario'] as const;
export type Side = (typeof sides)[number];

/** What the composer stands on. */
export const sideOf = ({ mode, view }: Pick<ComposeState, 'mode' | 'view'>): Side => (mode === 'message' ? view : mode);

/** Puts the composer there. */
export const showSide = (compose: ComposeStore, side: Side): void =>
  side === 'raw' || side === 'scenario' ? compose.setMode(side) : compose.showView(side);
