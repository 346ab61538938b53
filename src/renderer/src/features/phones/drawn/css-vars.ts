import type { CSSProperties } from 'react';

/** Custom properties for `style`; React's type for it has no place for them. */
export const cssVars = (values: Readonly<Record<`--${string}`, string | number>>): CSSProperties => values;
