import { useState, type FormEvent } from 'react';
import type { Network, Phrase } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import css from './network-settings.module.css';

interface NetworkSettingsProps {
  readonly network: Network;
  /** Rejects with what is wrong. */
  readonly onApply: (network: Network) => Promise<unknown>;
}

/** How other machines are reached. Applied by a button, because half an address is none. */
export function NetworkSettings({ network, onApply }: NetworkSettingsProps) {
  const { t, say, has } = useWords();
  const [draft, setDraft] = useState(network);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [isApplied, setApplied] = useState(false);
  const isChanged = draft.proxy !== network.proxy || draft.caPem !== network.caPem;
  const change = (patch: Partial<Network>) => {
    setDraft({ ...draft, ...patch });
    setFailure(null);
    setApplied(false);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = { proxy: draft.proxy.trim(), caPem: draft.caPem.trim() };
    setDraft(trimmed);
    onApply(trimmed).then(
      () => setApplied(true),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  };
  const wrong = wrongField(failure);
  const errorOf = (field: keyof Network) =>
    wrong?.field === field && has(wrong.reason.id) ? say(wrong.reason) : undefined;
  return (
    <form className={css['form']} onSubmit={apply}>
      <Field label={t('settings.network.proxy')} hint={t('settings.network.proxy.about')} error={errorOf('proxy')}>
        {(ids) => (
          <TextInput
            {...ids}
            mono
            placeholder="http://host:port"
            value={draft.proxy}
            onText={(proxy) => change({ proxy })}
          />
        )}
      </Field>
      <Field label={t('settings.network.ca')} hint={t('settings.network.ca.about')} error={errorOf('caPem')}>
        {(ids) => (
          <TextArea
            {...ids}
            mono
            placeholder="-----BEGIN CERTIFICATE-----"
            value={draft.caPem}
            onText={(caPem) => change({ caPem })}
          />
        )}
      </Field>
      {failure && !wrong && <FailureNote failure={failure} />}
      <div className={css['actions']}>
        <span role="status">{isApplied && !isChanged ? t('settings.network.applied') : ''}</span>
        <Button type="submit" disabled={!isChanged}>
          {t('settings.network.apply')}
        </Button>
      </div>
    </form>
  );
}

/** The field a failure is about, with the sentence that says why. */
const wrongField = (failure: CallFailure | null): { readonly field: unknown; readonly reason: Phrase } | null => {
  if (failure?.code !== 'settings.bad-network') return null;
  // By contract of this code: `reason` is a Phrase.
  return { field: failure.details['field'], reason: failure.details['reason'] as Phrase };
};
