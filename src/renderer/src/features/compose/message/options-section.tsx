import { memo } from 'react';
import type { Message, MessageOptions, RestCall } from '../../../../../shared/contract/index.ts';
import { optionFields } from '../../../../../shared/rest/call-fields.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Field } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { countSet } from '../model/field-values.ts';
import { patchMessage, patchPush } from '../model/message-draft.ts';
import { NumberField } from './number-field.tsx';
import { SwitchRow } from './switch-row.tsx';
import { TableFields } from './table-fields.tsx';
import css from './form.module.css';

/** MsgLifeTime: up to seven days, which is also what an absent value means. */
const lifetime = { min: 0, max: 604_800 };

/** Options of a call, and others that are set: nothing that goes out is out of sight. */
const fieldsFor = (call: RestCall, values: { readonly options: MessageOptions | undefined }) =>
  optionFields(call).filter(
    (one) => one.key.startsWith('options.') && (one.calls?.includes(call) !== false || countSet(values, [one]) > 0),
  );

/** What makes the backend push or not push, beside the text. */
export const OptionsSection = memo(function OptionsSection(props: {
  readonly call: RestCall;
  readonly options: MessageOptions | undefined;
  readonly onlineUserOnly: boolean;
  readonly lifetimeSeconds: number | undefined;
  readonly isSystem: boolean;
  /** PushFlag 1. */
  readonly isFlagOff: boolean;
}) {
  const { call, options, onlineUserOnly, lifetimeSeconds, isSystem, isFlagOff } = props;
  const { t } = useWords();
  const { compose } = useStores();
  const patch = (fields: Partial<Message>) => compose.edit((draft) => patchMessage(draft, fields));
  const values = { options };
  const fields = fieldsFor(call, values);
  const set =
    [onlineUserOnly, lifetimeSeconds !== undefined, isSystem, isFlagOff].filter(Boolean).length +
    countSet(values, fields);
  return (
    <section className={css['section']} aria-label={t('compose.options')}>
      <Fold title={t('compose.options')} note={set > 0 ? t('compose.set', { n: set }) : undefined}>
        <div className={css['fields']}>
          <SwitchRow
            label={t('compose.options.online')}
            about={t('compose.options.online.about')}
            on={onlineUserOnly}
            onChange={(on) => patch({ onlineUserOnly: on })}
          />
          <Field label={t('compose.options.lifetime')} hint={t('compose.options.lifetime.about')}>
            {({ id }) => (
              <NumberField
                id={id}
                label={t('compose.options.lifetime')}
                value={lifetimeSeconds}
                range={lifetime}
                placeholder={String(lifetime.max)}
                after={t('compose.unit.seconds')}
                onNumber={(seconds) => patch({ lifetimeSeconds: seconds })}
              />
            )}
          </Field>
          <SwitchRow
            label={t('compose.options.system')}
            about={t('compose.options.system.about')}
            on={isSystem}
            onChange={(on) => patch({ messageClass: on ? 'system' : 'chat' })}
          />
          <SwitchRow
            label={t('compose.options.flag')}
            about={t('compose.options.flag.about')}
            on={isFlagOff}
            onChange={(disabled) => compose.edit((draft) => patchPush(draft, { disabled }))}
          />
          <TableFields
            place="call"
            fields={fields}
            values={values}
            // The controls give what the contract takes there.
            onChange={(next) => patch({ options: next['options'] as Message['options'] })}
          />
        </div>
      </Fold>
    </section>
  );
});
