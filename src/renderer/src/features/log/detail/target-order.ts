import type { Target } from '../../../../../shared/contract/index.ts';

/** Refused ones first: they are what a list that was accepted partly is opened for. Else in the order of the request. */
export const inOrder = (targets: readonly Target[]): readonly Target[] => [
  ...targets.filter(({ outcome }) => outcome !== 'accepted'),
  ...targets.filter(({ outcome }) => outcome === 'accepted'),
];
