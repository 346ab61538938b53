import type { ComposeState } from '../../stores/compose-store.ts';

/** A message by its form or its JSON, a vendor's payload as it is, or a story of events around a message. */
export const sides = ['form', 'json', 'raw', 'scenario'] as const;
export type Side = (typeof sides)[number];

/** What the composer stands on. */
export const sideOf = ({ mode, view }: Pick<ComposeState, 'mode' | 'view'>): Side => (mode === 'message' ? view : mode);
