import type { Box } from './hooks.ts';

/** Smaller than this nothing can be read or hit; larger than life is not useful either. */
export const smallest = 0.34;
const largest = 1;

/** The scale at which phones of these sizes, side by side with `gap` px between them, fit into a box. */
export const scaleFor = (box: Box, sizes: readonly Box[], gap: number): number => {
  if (sizes.length === 0) return largest;
  const width = sizes.reduce((sum, size) => sum + size.width, 0);
  const height = Math.max(...sizes.map((size) => size.height));
  const free = box.width - gap * (sizes.length - 1);
  return Math.max(smallest, Math.min(largest, free / width, box.height / height));
};
