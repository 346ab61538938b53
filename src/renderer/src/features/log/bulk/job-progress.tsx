import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { grouped } from '../../../ui/format.ts';
import type { JobView } from './use-job.ts';
import css from '../hand-over/paste.module.css';

/** How far a bulk send is, why pushes of it were refused, and what can be done with it now. */
export function JobProgress({ view }: { readonly view: JobView }) {
  const { t, locale } = useWords();
  const { job, act, saveResults } = view;
  if (view.isStarting) {
    return (
      <section aria-label={t('log.bulk.progress')} className={css['formats']}>
        <progress className={css['progress']} aria-label={t('log.bulk.progress')} />
        <p role="status">{t('log.bulk.starting')}</p>
        <span className={css['actions']}>
          <Button onClick={view.giveUp}>{t('log.bulk.cancel')}</Button>
        </span>
      </section>
    );
  }
  if (!job) return null;
  const n = (value: number) => grouped(value, locale);
  const done = job.total - job.waiting;
  const { accepted, rejected, failed, unknown } = job;
  return (
    <section aria-label={t('log.bulk.progress')} className={css['formats']}>
      <progress max={job.total} value={done} aria-label={t('log.bulk.progress')} className={css['progress']} />
      <p role="status">{t(`log.bulk.state.${job.state}`, { done: n(done), total: n(job.total) })}</p>
      <p className={css['fact']}>
        {t('log.bulk.counts', { accepted: n(accepted), rejected: n(rejected), failed: n(failed), unknown: n(unknown) })}
      </p>
      {job.reasons.length > 0 && (
        <ul aria-label={t('log.bulk.reasons')} className={css['fact']}>
          {job.reasons.map(({ reason, n: count }) => (
            <li key={reason}>
              {reason}: {n(count)}
            </li>
          ))}
        </ul>
      )}
      <span className={css['actions']}>
        {job.state === 'running' && <Button onClick={() => act('pause')}>{t('log.bulk.pause')}</Button>}
        {job.state === 'paused' && <Button onClick={() => act('resume')}>{t('log.bulk.resume')}</Button>}
        {(job.state === 'running' || job.state === 'paused') && (
          <Button onClick={() => act('cancel')}>{t('log.bulk.cancel')}</Button>
        )}
        <Button onClick={saveResults}>{t('log.bulk.results')}</Button>
      </span>
    </section>
  );
}
