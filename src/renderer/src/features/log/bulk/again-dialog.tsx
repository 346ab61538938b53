import { useState } from 'react';
import type { Destination, DraftView, Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { counted } from '../../../ui/counted.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { JobProgress } from './job-progress.tsx';
import { LostList } from './lost-list.tsx';
import { TokensField } from './tokens-field.tsx';
import { useAgain, type Again } from './use-again.ts';
import { useJob } from './use-job.ts';
import { useOneSend } from './use-one-send.ts';
import css from './again.module.css';

const oneOf = (text: string, least: number): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= least ? value : null;
};

const destinationOf = (vendor: Exchange['vendor'], to: string): Destination => {
  if (to === 'local') return { kind: 'local' };
  return to === 'sandbox' || to === 'production'
    ? { kind: 'vendor', environment: to }
    : { kind: 'vendor', hosts: { [vendor]: to } };
};

/** Whose push it is to be, which phone gets it, and over which hosts. */
function Whither(props: { readonly again: Again; readonly to: string; readonly onTo: (to: string) => void }) {
  const { again } = props;
  const { t } = useWords();
  const vendors = useFrom('settings', (state) => state.vendors);
  const hosts = vendors.find((one) => one.id === again.vendor)?.hosts ?? [];
  return (
    <div className={css['row']} data-three>
      <Field label={t('log.again.vendor')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={again.vendor}
            choices={vendors.map(({ id, label }) => ({ value: id, label }))}
            onChoose={(id) => {
              props.onTo('local');
              again.chooseVendor(id);
            }}
          />
        )}
      </Field>
      <Field label={t('log.again.phone')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={again.deviceId ?? ''}
            choices={[
              { value: '', label: t('log.again.phone.none') },
              ...again.phones.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(id) => again.choosePhone(id === '' ? null : id)}
          />
        )}
      </Field>
      <Field label={t('log.again.to')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={props.to}
            choices={[
              { value: 'local', label: t('log.again.local') },
              ...hosts.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChoose={props.onTo}
          />
        )}
      </Field>
    </div>
  );
}

/** How many times and how fast, and what is sent: made of what stands in the form. */
const useForm = (exchange: Exchange, draft: DraftView['draft']) => {
  const again = useAgain(exchange, draft);
  const [repeat, setRepeat] = useState('1');
  const [rate, setRate] = useState('');
  const [to, setTo] = useState('local');
  const [outside, setOutside] = useState(false);
  const isKept = exchange.origin === 'imported' && to !== 'local';
  const times = Math.floor(oneOf(repeat, 1) ?? 0);
  const isOwn = again.vendor === exchange.vendor;
  const { credentialId } = exchange;
  const push = {
    vendor: again.vendor,
    ...again.draft,
    destination: destinationOf(again.vendor, to),
    ...(isOwn && exchange.origin === 'sent' && credentialId !== null ? { credentialId } : {}),
    exchangeId: exchange.id,
    outside,
  };
  return {
    again,
    isOwn,
    isKept,
    repeat,
    setRepeat,
    rate,
    setRate,
    to,
    setTo,
    outside,
    setOutside,
    push,
    times,
    ratePerSecond: oneOf(rate, 0.1),
    total: again.tokens.all.length * times,
    canStart: again.tokens.all.length > 0 && times > 0 && (!isKept || outside),
  };
};

/** The push of an exchange once more: changed, to others, many times, elsewhere. What comes of it stands beside it. */
export function AgainDialog(props: {
  readonly exchange: Exchange;
  readonly draft: DraftView['draft'];
  readonly onClose: () => void;
}) {
  const { exchange, draft, onClose } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const view = useJob();
  const one = useOneSend();
  const form = useForm(exchange, draft);
  const { again } = form;
  const start = () => {
    const [token = ''] = again.tokens.all;
    if (form.total === 1) one.send({ kind: 'raw', ...form.push, token });
    else
      view.start({
        ...form.push,
        tokens: [...again.tokens.all],
        repeat: form.times,
        ratePerSecond: form.ratePerSecond,
      });
  };
  const isBusy = one.isBusy || view.isStarting || view.job?.state === 'running';
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('log.again.title')}
      about={t('log.again.about')}
      foot={
        <>
          <FileButton
            accept=".csv,.txt"
            spoken={t('log.again.csv')}
            onFile={(file) => void file.text().then((text) => again.tokens.take(text, file.name))}
          >
            {t('log.again.csv')}
          </FileButton>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button look="primary" disabled={!form.canStart || isBusy} onClick={start}>
            {counted(t, 'log.again.send', form.total)}
          </Button>
        </>
      }
    >
      {view.failure && <FailureNote failure={view.failure} />}
      {again.failure && <FailureNote failure={again.failure} />}
      <JobProgress view={view} />
      {!view.job &&
        view.open.map((job) => (
          <Button key={job.id} onClick={() => view.show(job)}>
            {t('log.bulk.open', { done: job.total - job.waiting, total: job.total })}
          </Button>
        ))}
      <Whither again={again} to={form.to} onTo={form.setTo} />
      <LostList again={again} isOther={!form.isOwn} />
      <div className={css['pair']}>
        <Field label={t('log.again.payload')} stacked>
          {(ids) => <TextArea {...ids} tall mono value={again.draft.payload} onText={again.setPayload} />}
        </Field>
        <AnswerPanel
          one={one}
          onShow={(id) => {
            ui.choose('log', id);
            onClose();
          }}
        />
      </div>
      <TokensField tokens={again.tokens} />
      <div className={css['row']}>
        <Field label={t('log.again.repeat')} stacked>
          {(ids) => <TextInput {...ids} inputMode="numeric" value={form.repeat} onText={form.setRepeat} />}
        </Field>
        <Field label={t('log.again.rate')} hint={t('log.again.rate.about')} stacked>
          {(ids) => <TextInput {...ids} inputMode="decimal" value={form.rate} onText={form.setRate} />}
        </Field>
      </div>
      {form.isKept && (
        <ToggleRow
          label={t('log.resend.outside')}
          hint={t('log.resend.outside.about')}
          on={form.outside}
          onChange={form.setOutside}
        />
      )}
    </Dialog>
  );
}
