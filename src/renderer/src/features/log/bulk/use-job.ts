import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BulkInput, BulkJob, Client } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { downloadText } from '../../../ui/download.ts';

const lookEveryMs = 250;
/** Characters of a list that fit into one call. */
const longestList = 7_500_000;

const isTooLong = ({ tokens }: BulkInput): boolean =>
  tokens.reduce((sum, token) => sum + token.length + 3, 0) > longestList;

/** The whole result file of a job, piece by piece. */
const resultsOf = async (client: Client, id: string): Promise<string> => {
  let text = '';
  for (let from: number | null = 0; from !== null;) {
    const answer: { piece: string; next: number | null } = await client.bulk.results({ id, from });
    text += answer.piece;
    from = answer.next;
  }
  return text;
};

/** One bulk send and what can be done with it. */
export interface JobView {
  /** Null: none was begun or chosen. */
  readonly job: BulkJob | null;
  /** Others that are not at their end. */
  readonly open: readonly BulkJob[];
  /** It is being written down; nothing is sent yet. */
  readonly isStarting: boolean;
  readonly failure: CallFailure | null;
  readonly start: (input: BulkInput) => void;
  /** Gives up what is being written down; none of it is sent. */
  readonly giveUp: () => void;
  readonly show: (job: BulkJob) => void;
  readonly act: (what: 'pause' | 'resume' | 'cancel') => void;
  readonly saveResults: () => void;
}

/** Follows a bulk send while it runs. */
export const useJob = (): JobView => {
  const { client } = useStores();
  const [job, setJob] = useState<BulkJob | null>(null);
  const [open, setOpen] = useState<readonly BulkJob[]>([]);
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const isGivenUp = useRef(false);
  const take = (work: Promise<BulkJob>) => {
    setFailure(null);
    work.then(setJob, (error: unknown) => setFailure(asCallFailure(error)));
  };
  const look = useEffectEvent(() => {
    if (job?.state === 'running') take(client.bulk.get({ id: job.id }));
  });
  useEffect(() => {
    const timer = setInterval(() => look(), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    client.bulk.list().then(
      (jobs) => setOpen(jobs.filter(({ state }) => state === 'paused' || state === 'running')),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  }, [client]);
  return {
    job,
    open,
    isStarting,
    failure,
    start: (input) => {
      if (isTooLong(input)) {
        setFailure({ code: 'api.too-large', message: '', details: {} });
        return;
      }
      setStarting(true);
      isGivenUp.current = false;
      const begun = client.bulk
        .start(input)
        .then((made) => (isGivenUp.current ? client.bulk.cancel({ id: made.id }) : made));
      take(begun.finally(() => setStarting(false)));
    },
    giveUp: () => {
      isGivenUp.current = true;
    },
    show: setJob,
    act: (what) => {
      if (job) take(client.bulk[what]({ id: job.id }));
    },
    saveResults: () => {
      if (!job) return;
      resultsOf(client, job.id).then(
        (text) => downloadText(`${job.id}.csv`, text, 'text/csv'),
        (error: unknown) => setFailure(asCallFailure(error)),
      );
    },
  };
};
