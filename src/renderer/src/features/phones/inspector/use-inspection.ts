import { useEffect, useMemo, useState } from 'react';
import type { AppState, Device, Notification, Rule, Tap } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { currentSubject, subjectsOf, tapIn, tappable, type Subject } from './subject.ts';

const noNotifications: readonly Notification[] = [];
const noTaps: readonly Tap[] = [];
/** Pushes may arrive by the hundred; the preview is asked for once they pause. */
const settleMs = 60;

interface Previews {
  readonly notificationId: string;
  /** The rules that were asked: others may answer differently. */
  readonly rules: readonly Rule[];
  readonly taps: readonly Tap[];
  readonly failure: CallFailure | null;
}

/** What the core says a touch would do in each app state; asked again when the rules change. */
const usePreviews = (notificationId: string | undefined): Previews | null => {
  const { client } = useStores();
  const rules = useFrom('workspace', (state) => state.rules);
  const [previews, setPreviews] = useState<Previews | null>(null);
  useEffect(() => {
    if (notificationId === undefined) return undefined;
    let isCurrent = true;
    const keep = (taps: readonly Tap[], failure: CallFailure | null) => {
      if (isCurrent) setPreviews({ notificationId, rules, taps, failure });
    };
    const timer = setTimeout(() => {
      client.phones.tapPreview({ id: notificationId }).then(
        (taps) => keep(taps, null),
        (error: unknown) => keep(noTaps, asCallFailure(error)),
      );
    }, settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, notificationId, rules]);
  return previews?.notificationId === notificationId ? previews : null;
};

export interface Inspection {
  /** All that can be looked at: the last tap and what is shown. */
  readonly subjects: readonly Subject[];
  readonly subject: Subject | undefined;
  readonly onSubject: (id: string) => void;
  /** The touch in the app state looked at; undefined while the core is asked. */
  readonly shown: Tap | undefined;
  readonly inState: (state: AppState) => Tap | undefined;
  readonly state: AppState;
  readonly onState: (state: AppState) => void;
  /** What «Tap it» touches. */
  readonly next: Notification | undefined;
  readonly quiet: readonly Notification[];
  readonly failure: CallFailure | null;
}

/** Everything the inspector of one phone shows. */
export const useInspection = (device: Device): Inspection => {
  const notifications = useFrom('phones', (state) => state.phones[device.id]?.notifications) ?? noNotifications;
  const tap = useFrom('phones', (state) => state.taps[device.id]);
  const [chosen, setChosen] = useState('');
  const [looked, setLooked] = useState<{ readonly id: string; readonly state: AppState } | null>(null);

  const shownOnes = useMemo(() => notifications.filter((one) => one.state === 'shown'), [notifications]);
  const quiet = useMemo(() => notifications.filter((one) => one.state !== 'shown'), [notifications]);
  const subjects = useMemo(() => subjectsOf(shownOnes, tap), [shownOnes, tap]);
  const subject = currentSubject(subjects, chosen);
  const previews = usePreviews(subject?.notificationId);

  const own = subject?.kind === 'tap' ? subject.tap.appState : device.appState;
  const state = looked !== null && looked.id === subject?.id ? looked.state : own;
  const inState = (one: AppState) => subject && tapIn(subject, previews?.taps ?? noTaps, one);
  return {
    subjects,
    subject,
    onSubject: setChosen,
    shown: inState(state),
    inState,
    state,
    onState: (next) => setLooked({ id: subject?.id ?? '', state: next }),
    next: tappable(subjects, subject),
    quiet,
    failure: previews?.failure ?? null,
  };
};
