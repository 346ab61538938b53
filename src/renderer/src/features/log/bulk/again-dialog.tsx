import { useRef, useState } from 'react';
import type { Destination, DraftView, Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { JobProgress } from './job-progress.tsx';
import { readTokens } from './tokens.ts';
import { useJob } from './use-job.ts';

/** Options that belong to one request and not to the push. */
const ofOneRequest = new Set(['apnsId']);
const oneOf = (text: string, least: number): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= least ? value : null;
};

/** The push of an exchange once more: changed, to others, many times, elsewhere. What comes of it is counted live. */
export function AgainDialog(props: {
  readonly exchange: Exchange;
  readonly draft: DraftView['draft'];
  readonly onClose: () => void;
}) {
  const { exchange, draft, onClose } = props;
  const { t } = useWords();
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === exchange.vendor));
  const view = useJob();
  const [payload, setPayload] = useState(draft.payload);
  const [tokenText, setTokenText] = useState(exchange.targets.map(({ token }) => token).join('\n'));
  const [repeat, setRepeat] = useState('1');
  const [rate, setRate] = useState('');
  const [to, setTo] = useState('local');
  const [outside, setOutside] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const tokens = readTokens(tokenText);
  const isKept = exchange.origin === 'imported' && to !== 'local';
  const canStart = tokens.length > 0 && oneOf(repeat, 1) !== null && (!isKept || outside);
  const start = () => {
    const environment = to === 'sandbox' || to === 'production' ? to : undefined;
    const destination: Destination =
      to === 'local'
        ? { kind: 'local' }
        : environment
          ? { kind: 'vendor', environment }
          : { kind: 'vendor', hosts: { [exchange.vendor]: to } };
    view.start({
      vendor: exchange.vendor,
      payload,
      options: Object.fromEntries(Object.entries(draft.options).filter(([name]) => !ofOneRequest.has(name))),
      destination,
      tokens,
      repeat: Math.floor(oneOf(repeat, 1) ?? 1),
      ratePerSecond: oneOf(rate, 0.1),
      exchangeId: exchange.id,
      outside,
    });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('log.again.title')}
      about={t('log.again.about')}
      foot={
        <>
          <Button onClick={() => file.current?.click()}>{t('log.again.csv')}</Button>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button look="primary" disabled={!canStart || view.job?.state === 'running'} onClick={start}>
            {t('log.again.send', { n: tokens.length * Math.floor(oneOf(repeat, 1) ?? 1) })}
          </Button>
        </>
      }
    >
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv,.txt"
        aria-label={t('log.again.csv')}
        onChange={(event) => {
          const [one] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (one) void one.text().then((text) => setTokenText(readTokens(text).join('\n')));
        }}
      />
      {view.failure && <FailureNote failure={view.failure} />}
      <JobProgress view={view} />
      {!view.job &&
        view.open.map((job) => (
          <Button key={job.id} onClick={() => view.show(job)}>
            {t('log.bulk.open', { done: job.total - job.waiting, total: job.total })}
          </Button>
        ))}
      <Field label={t('log.again.payload')} stacked>
        {(ids) => <TextArea {...ids} mono value={payload} onText={setPayload} />}
      </Field>
      <Field label={t('log.again.tokens')} hint={t('log.again.tokens.about', { n: tokens.length })} stacked>
        {(ids) => <TextArea {...ids} mono compact value={tokenText} onText={setTokenText} />}
      </Field>
      <Field label={t('log.again.to')}>
        {(ids) => (
          <Select
            {...ids}
            value={to}
            choices={[
              { value: 'local', label: t('log.again.local') },
              ...(vendor?.hosts ?? []).map(({ id, label }) => ({ value: id, label })),
            ]}
            onChoose={setTo}
          />
        )}
      </Field>
      <Field label={t('log.again.repeat')}>
        {(ids) => <TextInput {...ids} inputMode="numeric" value={repeat} onText={setRepeat} />}
      </Field>
      <Field label={t('log.again.rate')} hint={t('log.again.rate.about')}>
        {(ids) => <TextInput {...ids} inputMode="decimal" value={rate} onText={setRate} />}
      </Field>
      {isKept && (
        <ToggleRow
          label={t('log.resend.outside')}
          hint={t('log.resend.outside.about')}
          on={outside}
          onChange={setOutside}
        />
      )}
    </Dialog>
  );
}
