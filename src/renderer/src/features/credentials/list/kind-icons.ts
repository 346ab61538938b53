import { AppWindow, CornerDownRight, KeyRound, Smartphone, User, Users, type LucideIcon } from 'lucide-react';
import type { EntryKind } from '../model/chosen.ts';

/** One icon per kind of entry. */
export const kindIcons: Readonly<Record<EntryKind, LucideIcon>> = {
  credential: KeyRound,
  app: AppWindow,
  account: User,
  group: Users,
  device: Smartphone,
  rule: CornerDownRight,
};
