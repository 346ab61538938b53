import { MessageSquareText } from 'lucide-react';
import type { ScenarioStep } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { clientOf, senderOf, senders } from '../model/sender.ts';
import { pushFields, textOf, withClient, withPush, withText } from './step-message.ts';
import css from './scenario.module.css';

type MessageStep = Extract<ScenarioStep, { event: 'message' }>;

/** Which message goes out at this step: the scenario's, or one of the step's own with its commonest fields. */
export function MessageFields(props: {
  readonly step: MessageStep;
  /** The scenario's own, from which a step's begins. */
  readonly common: NonNullable<MessageStep['message']>;
  readonly onChange: (step: MessageStep) => void;
}) {
  const { step, common, onChange } = props;
  const { t } = useWords();
  const form = useFrom('compose', (state) => state.draft?.message);
  const { message } = step;
  const put = (next: MessageStep['message']) => onChange(next ? { ...step, message: next } : { event: 'message' });
  return (
    <div className={css['own']}>
      <Select
        aria-label={t('compose.scenario.which')}
        value={message ? 'own' : 'common'}
        choices={[
          { value: 'common' as const, label: t('compose.scenario.which.common') },
          { value: 'own' as const, label: t('compose.scenario.which.own') },
        ]}
        onChoose={(which) => put(which === 'own' ? common : undefined)}
      />
      {message && (
        <>
          <Field label={t('compose.scenario.text')} stacked>
            {(ids) => <TextInput {...ids} value={textOf(message)} onText={(text) => put(withText(message, text))} />}
          </Field>
          {pushFields.map((field) => (
            <Field key={field} label={t(`compose.scenario.${field}`)} stacked>
              {(ids) => (
                <TextInput
                  {...ids}
                  mono={field === 'ext'}
                  value={message.offlinePush?.[field] ?? ''}
                  onText={(text) => put(withPush(message, field, text))}
                />
              )}
            </Field>
          ))}
          <Field label={t('compose.scenario.sender')} stacked>
            {(ids) => (
              <Select
                {...ids}
                value={senderOf(message)}
                choices={senders.map((value) => ({ value, label: t(`compose.sender.${value}`) }))}
                onChoose={(sender) => put(withClient(message, clientOf(sender, message.client)))}
              />
            )}
          </Field>
          {message.client?.kind === 'sdk' && (
            <SdkVersion
              version={message.client.version}
              onVersion={(version) =>
                message.client?.kind === 'sdk' && put(withClient(message, { ...message.client, version }))
              }
            />
          )}
          {form && (
            <Button small icon={<MessageSquareText />} onClick={() => put(form)}>
              {t('compose.scenario.takeForm')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function SdkVersion({
  version,
  onVersion,
}: {
  readonly version: string;
  readonly onVersion: (version: string) => void;
}) {
  const { t } = useWords();
  return (
    <Field label={t('compose.scenario.version')} stacked>
      {(ids) => <TextInput {...ids} value={version} maxLength={40} onText={(text) => text !== '' && onVersion(text)} />}
    </Field>
  );
}
