import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { ArrivalsFold } from '../../../ui/arrivals-fold.tsx';
import { Chip } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { drawnDevice } from '../model/raw-draft.ts';
import { goToProblem } from '../raw/go-to-problem.ts';
import { useRaw } from '../use-compose.ts';
import { AnswerLine } from './answer.tsx';
import { DraftFacts } from './draft-view.tsx';
import css from './decision.module.css';

/** What is known of a raw payload: no rule of the IM backend is asked, only the vendor's. */
export function RawDecision() {
  const { t } = useWords();
  const { compose, client } = useStores();
  const found = useRaw();
  const checked = useFrom('compose', (state) => state.checked);
  const failure = useFrom('compose', (state) => state.failure);
  const devices = useFrom('workspace', (state) => state.devices);
  if (!found) return null;
  const { raw, vendor } = found;
  const drawn = drawnDevice(raw, devices);
  const to = drawn && !drawn.standsIn ? drawn.device.name : null;
  const hasToken = raw.target.kind === 'token' && raw.target.token.trim() !== '';
  const view = checked?.vendor === raw.vendor ? checked : null;
  const errors = view?.problems.filter((problem) => problem.severity === 'error').length ?? 0;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <AnswerLine
        words={
          to !== null
            ? t('compose.answer.raw', { device: to, vendor: vendor.label })
            : hasToken
              ? t('compose.answer.raw.token', { vendor: vendor.label })
              : t('compose.answer.raw.nobody')
        }
      >
        {errors > 0 && <Chip tone="rejected">{t('compose.answer.errors', { n: errors })}</Chip>}
      </AnswerLine>
      <p className={css['about']}>{t('compose.raw.about')}</p>
      {view && (
        <div className={css['draft']}>
          <DraftFacts view={view} onGo={(problem) => goToProblem(problem, compose)} />
          <ArrivalsFold
            subject={JSON.stringify([raw.vendor, view.draft, drawn?.device.id])}
            ask={async () => {
              const deviceId = drawn?.device.id ?? null;
              return (await client.compose.arrivals({ vendor: raw.vendor, draft: view.draft, deviceId })).arrivals;
            }}
            startsIn={drawn?.device.appState ?? 'background'}
          />
        </div>
      )}
    </>
  );
}
