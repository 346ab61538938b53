import { useEffect, useEffectEvent, useState } from 'react';
import type { AppState, ArrivalView } from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { useWords } from '../i18n/index.ts';
import { ArrivalsView } from './arrivals-view.tsx';
import { Fold } from './fold.tsx';
import { FailureNote } from './notes.tsx';

/** While somebody types, the core is asked once they pause. */
const settleMs = 120;

interface ArrivalsFoldProps {
  /** Names what is asked about: another text asks again. */
  readonly subject: string;
  readonly ask: (subject: string) => Promise<readonly ArrivalView[]>;
  readonly startsIn: AppState;
}

/** «When it arrives»: asked for when it is opened. */
export function ArrivalsFold(props: ArrivalsFoldProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Fold title={t('arrivals.title')} note={t('arrivals.about')} control={{ open, onOpen: setOpen }}>
      {open && <Asked {...props} />}
    </Fold>
  );
}

function Asked({ subject, ask, startsIn }: ArrivalsFoldProps) {
  const [answer, setAnswer] = useState<{
    readonly arrivals: readonly ArrivalView[];
    readonly failure: CallFailure | null;
  } | null>(null);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      askNow(subject).then(
        (arrivals) => isCurrent && setAnswer({ arrivals, failure: null }),
        (error: unknown) => isCurrent && setAnswer({ arrivals: [], failure: asCallFailure(error) }),
      );
    }, settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [subject]);
  if (!answer) return null;
  if (answer.failure) return <FailureNote failure={answer.failure} />;
  return <ArrivalsView arrivals={answer.arrivals} startsIn={startsIn} />;
}
