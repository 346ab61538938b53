import type { OfflinePush } from '../../../../../shared/contract/index.ts';
import { shareEqual } from '../model/share.ts';

interface PushProps {
  readonly push: OfflinePush;
  readonly onPatch: (patch: Partial<OfflinePush>) => void;
}

/** Title, text and ext have fields of their own; with every letter of theirs the others need not be drawn again. For `memo`. */
export const isSameBeside = <P extends PushProps>(before: P, after: P): boolean => {
  const { push: pushBefore, ...restBefore } = before;
  const { push: pushAfter, ...restAfter } = after;
  if (shareEqual(restBefore, restAfter) !== restBefore) return false;
  const { title: _t, desc: _d, ext: _e, ...left } = pushBefore;
  const { title: _title, desc: _desc, ext: _ext, ...right } = pushAfter;
  return shareEqual(left, right) === left;
};
