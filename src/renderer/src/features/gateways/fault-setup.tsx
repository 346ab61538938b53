import { useState, type SyntheticEvent } from 'react';
import type { FaultInput, GatewayOffers, VendorId } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { CodeLink } from '../codes/index.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import {
  emptyFault,
  faultKinds,
  faultMistakes,
  faultOf,
  longestDelayMs,
  longestRetrySeconds,
  mostRequests,
  type FaultField,
  type FaultForm,
} from './fault-form.ts';
import css from './faults.module.css';

interface NumberFieldProps {
  readonly name: FaultField;
  readonly value: string;
  readonly isWrong: boolean;
  readonly most: number;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly onText: (text: string) => void;
}

function NumberField({ name, value, isWrong, most, hint, placeholder, unit, onText }: NumberFieldProps) {
  const { t } = useWords();
  return (
    <Field
      stacked
      label={t(`gateways.fault.${name}`)}
      hint={hint}
      error={isWrong && value !== '' ? t(`gateways.fault.${name}.wrong`, { most }) : undefined}
    >
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          value={value}
          onText={onText}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(unit === undefined ? {} : { after: unit })}
        />
      )}
    </Field>
  );
}

interface FaultSetupProps {
  readonly vendor: VendorId;
  readonly offers: GatewayOffers;
  /** False: it could not be set; what was typed stays. */
  readonly onAdd: (fault: FaultInput) => Promise<boolean>;
}

/** A fault to be: what it does, with which reason, to how many requests, how often, and to which of them. */
export function FaultSetup({ vendor, offers, onAdd }: FaultSetupProps) {
  const { t } = useWords();
  const [form, setForm] = useState(() => emptyFault(offers));
  const change = (patch: Partial<FaultForm>) => setForm((before) => ({ ...before, ...patch }));
  const mistakes = faultMistakes(form);
  const fault = faultOf(form, offers);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (fault) void onAdd(fault);
  };
  const number = (name: FaultField, most: number) => ({
    name,
    most,
    value: form[name],
    isWrong: mistakes[name],
    onText: (text: string) => change({ [name]: text }),
  });
  return (
    <form className={css['form']} aria-label={t('gateways.fault.new')} onSubmit={submit}>
      <div className={css['fields']}>
        <Field stacked label={t('gateways.fault.kind')}>
          {(ids) => (
            <Select
              {...ids}
              value={form.kind}
              onChoose={(kind) => change({ kind })}
              choices={faultKinds(offers).map((value) => ({ value, label: t(`gateways.fault.kind.${value}`) }))}
            />
          )}
        </Field>
        {(form.kind === 'answer' || form.kind === 'goaway') && (
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
        {form.kind === 'busy' && <NumberField {...number('retryAfter', longestRetrySeconds)} unit="s" />}
        {form.kind === 'dead-tokens' && <NumberField {...number('share', 100)} unit="%" />}
        <p className={css['aboutKind']}>
          {t(`gateways.fault.kind.${form.kind}.about`)}{' '}
          {form.kind === 'answer' && (
            <CodeLink vendor={vendor} code={form.code}>
              {t('codes.what.code', { code: form.code })}
            </CodeLink>
          )}
        </p>
        <NumberField {...number('count', mostRequests)} hint={t('gateways.fault.count.hint')} />
        <NumberField {...number('percent', 100)} placeholder="100" unit="%" hint={t('gateways.fault.percent.hint')} />
        <NumberField {...number('after', mostRequests)} placeholder="0" hint={t('gateways.fault.after.hint')} />
        <NumberField {...number('delayMs', longestDelayMs)} placeholder={t('gateways.fault.delay.none')} unit="ms" />
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
