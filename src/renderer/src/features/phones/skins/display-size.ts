import type { PhoneLook } from '../../../../../shared/contract/index.ts';

export type DisplaySize = PhoneLook['displaySize'];

/** Android never makes a screen narrower than this, in dp, nor magnifies it more than so. Commonly believed. */
const narrowest = 320;
const most = 1.5;
/** One step is about this large. */
const step = 0.09;
const names = ['large', 'larger', 'largest'] as const;

/** How much a screen of this width can be magnified, by the name of the setting; a narrow screen has fewer steps. */
export const displaySizes = (width: number): readonly { readonly id: DisplaySize; readonly factor: number }[] => {
  const end = Math.min(most, width / narrowest);
  const count = Math.max(0, Math.min(names.length, Math.floor((end - 1) / step)));
  const larger = names.slice(0, count).map((id, at) => ({ id, factor: 1 + ((end - 1) * (at + 1)) / count }));
  return [{ id: 'small', factor: 0.85 }, { id: 'default', factor: 1 }, ...larger];
};

/** The factor of a setting; one that this screen does not have is the largest that it has. */
export const displayFactor = (width: number, size: DisplaySize): number => {
  const all = displaySizes(width);
  return (all.find(({ id }) => id === size) ?? all.at(-1))?.factor ?? 1;
};
