import { useState, type SyntheticEvent } from 'react';
import type { FaultInput, GatewayOffers } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { emptyFault, faultKinds, faultMistakes, faultOf, longestDelayMs, mostRequests } from './fault-form.ts';
import css from './faults.module.css';

interface FaultSetupProps {
  readonly offers: GatewayOffers;
  /** False: it could not be set; what was typed stays. */
  readonly onAdd: (fault: FaultInput) => Promise<boolean>;
}

/** A fault to be: what it does, with which reason, to how many requests and to which of them. */
export function FaultSetup({ offers, onAdd }: FaultSetupProps) {
  const { t } = useWords();
  const [form, setForm] = useState(() => emptyFault(offers));
  const change = (patch: Partial<typeof form>) => setForm((before) => ({ ...before, ...patch }));
  const mistakes = faultMistakes(form);
  const fault = faultOf(form, offers);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (fault) void onAdd(fault);
  };
  const hasCode = form.kind === 'answer' || form.kind === 'goaway';
  return (
    <form className={css['form']} aria-label={t('gateways.fault.new')} onSubmit={submit}>
      <Segmented
        label={t('gateways.fault.kind')}
        value={form.kind}
        onChange={(kind) => change({ kind })}
        segments={faultKinds(offers).map((value) => ({ value, label: t(`gateways.fault.kind.${value}`) }))}
      />
      <p className={css['about']}>{t(`gateways.fault.kind.${form.kind}.about`)}</p>
      <div className={css['fields']}>
        {hasCode && (
          <Field stacked label={t('gateways.fault.code')}>
            {(ids) => (
              <Select
                {...ids}
                value={form.code}
                onChoose={(code) => change({ code })}
                choices={offers.faultAnswers.map(({ code, status }) => ({ value: code, label: `${status} ${code}` }))}
              />
            )}
          </Field>
        )}
        <Field
          stacked
          label={t('gateways.fault.count')}
          hint={t('gateways.fault.count.hint')}
          error={mistakes.count ? t('gateways.fault.count.wrong', { most: mostRequests }) : undefined}
        >
          {(ids) => <TextInput {...ids} inputMode="numeric" value={form.count} onText={(count) => change({ count })} />}
        </Field>
        <Field
          stacked
          label={t('gateways.fault.delay')}
          error={
            mistakes.delayMs && form.delayMs !== ''
              ? t('gateways.fault.delay.wrong', { most: longestDelayMs })
              : undefined
          }
        >
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              placeholder={t('gateways.fault.delay.none')}
              value={form.delayMs}
              onText={(delayMs) => change({ delayMs })}
              after="ms"
            />
          )}
        </Field>
        <div className={css['wide']}>
          <Field stacked label={t('gateways.fault.token')}>
            {(ids) => (
              <TextInput
                {...ids}
                mono
                placeholder={t('gateways.fault.token.any')}
                value={form.token}
                onText={(token) => change({ token })}
              />
            )}
          </Field>
        </div>
      </div>
      <div>
        <Button small type="submit" disabled={fault === null}>
          {t('gateways.fault.add')}
        </Button>
      </div>
    </form>
  );
}
