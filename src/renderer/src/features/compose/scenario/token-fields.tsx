import type { ScenarioStep } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import css from './scenario.module.css';

/** A token as a file has it: absent is the phone's own, null is none. */
type Token = string | null | undefined;

/** Whose token: the phone's own, one that is typed, or none at all. */
export function TokenFields(props: {
  readonly token: Token;
  /** Words of the first choice and of the last. */
  readonly words: { readonly own: string; readonly none: string };
  readonly onToken: (token: Token) => void;
}) {
  const { token, words, onToken } = props;
  const { t } = useWords();
  return (
    <>
      <Field label={t('compose.scenario.token')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={token === undefined ? 'own' : token === null ? 'none' : 'typed'}
            choices={[
              { value: 'own' as const, label: words.own },
              { value: 'typed' as const, label: t('compose.scenario.token.typed') },
              { value: 'none' as const, label: words.none },
            ]}
            onChoose={(choice) => onToken(choice === 'own' ? undefined : choice === 'none' ? null : '')}
          />
        )}
      </Field>
      {typeof token === 'string' && (
        <Field label={t('compose.scenario.token.value')} stacked>
          {(ids) => <TextInput {...ids} mono value={token} maxLength={4096} onText={onToken} />}
        </Field>
      )}
    </>
  );
}

type TokenStep = Extract<ScenarioStep, { event: 'token' }>;
const id = /^\d{1,12}$/;

/** What the app reports: the token, and the certificate ID that goes with it. */
export function TokenStepFields({
  step,
  onChange,
}: {
  readonly step: TokenStep;
  readonly onChange: (step: TokenStep) => void;
}) {
  const { t } = useWords();
  const { event, device, certificateId } = step;
  return (
    <div className={css['own']}>
      <TokenFields
        token={step.token}
        words={{ own: t('compose.scenario.token.own'), none: t('compose.scenario.token.none') }}
        onToken={(token) => {
          const { token: _, ...others } = step;
          onChange(token === undefined ? others : { ...others, token });
        }}
      />
      <Field label={t('compose.fact.certificateId')} stacked>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            value={certificateId ?? ''}
            onText={(text) => {
              const next: TokenStep = { event, device, ...(step.token === undefined ? {} : { token: step.token }) };
              if (text === '') onChange(next);
              else if (id.test(text)) onChange({ ...next, certificateId: Number(text) });
            }}
          />
        )}
      </Field>
    </div>
  );
}
