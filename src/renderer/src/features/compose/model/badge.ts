import type { OfflinePush } from '../../../../../shared/contract/index.ts';

export const badgeModes = ['count', 'add', 'set', 'leave'] as const;
export type BadgeMode = (typeof badgeModes)[number];

/** What OfflinePushInfo says of the badge. BadgeSetNum goes before BadgeAddNum, and both before BadgeMode. */
export const badgeModeOf = (push: OfflinePush): BadgeMode => {
  if (push.badgeSetNum !== undefined) return 'set';
  if (push.badgeAddNum !== undefined) return 'add';
  return push.ignoreBadge ? 'leave' : 'count';
};

/** The numbers each way takes: BadgeSetNum 0 to 999 (APNs), BadgeAddNum 1 to 99. */
export const badgeRange = { set: { min: 0, max: 999 }, add: { min: 1, max: 99 } } as const;

/** The fields that make a badge mode, with all others taken away. */
export const badgePatch = (mode: BadgeMode, number = 1): Partial<OfflinePush> => ({
  ignoreBadge: mode === 'leave' ? true : undefined,
  badgeAddNum: mode === 'add' ? number : undefined,
  badgeSetNum: mode === 'set' ? number : undefined,
});

/** A whole number in a range. Undefined: the text is empty. Null: it is no such number. */
export const parseWhole = (text: string, { min, max }: { readonly min: number; readonly max: number }) => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return /^-?\d+$/.test(trimmed) && value >= min && value <= max ? value : null;
};

/** A number in a range, with a point or without. Undefined: the text is empty. Null: it is no such number. */
export const parseDecimal = (text: string, { min, max }: { readonly min: number; readonly max: number }) => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return /^-?\d+(?:\.\d*)?$/.test(trimmed) && value >= min && value <= max ? value : null;
};
