import { memo } from 'react';
import type { OfflinePush } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { filled } from '../model/message-draft.ts';
import { isSameBeside } from './same-beside.ts';
import { SwitchRow } from './switch-row.tsx';
import css from './form.module.css';

const levels = ['passive', 'active', 'time-sensitive', 'critical'] as const;
const priorities = ['normal', 'high'] as const;
const rare = [
  'subtitle',
  'image',
  'interruptionLevel',
  'mutableContent',
  'androidChannelId',
  'androidPriority',
] as const satisfies readonly (keyof OfflinePush)[];

/** The fields of OfflinePushInfo that few pushes set. */
export const PushMore = memo(function PushMore(props: {
  readonly push: OfflinePush;
  readonly onPatch: (patch: Partial<OfflinePush>) => void;
}) {
  const { push, onPatch } = props;
  const { t } = useWords();
  const set = rare.filter((field) => push[field] !== undefined).length;
  const notSet = { value: '', label: t('compose.notSet') } as const;
  return (
    <Fold title={t('compose.forAll')} note={set > 0 ? t('compose.set', { n: set }) : undefined}>
      <div className={css['fields']}>
        <Field label={t('compose.push.subtitle')} hint={t('compose.push.subtitle.about')}>
          {(ids) => (
            <TextInput
              {...ids}
              value={push.subtitle ?? ''}
              placeholder={t('compose.notSet')}
              onText={(text) => onPatch({ subtitle: filled(text) })}
            />
          )}
        </Field>
        <Field label={t('compose.push.image')}>
          {(ids) => (
            <TextInput
              {...ids}
              mono
              inputMode="url"
              value={push.image ?? ''}
              placeholder="https://"
              onText={(text) => onPatch({ image: filled(text) })}
            />
          )}
        </Field>
        <Field label={t('compose.push.level')} hint={t('compose.push.level.about')}>
          {(ids) => (
            <Select
              {...ids}
              value={push.interruptionLevel ?? ''}
              choices={[notSet, ...levels.map((value) => ({ value, label: value }))]}
              onChoose={(value) => onPatch({ interruptionLevel: value === '' ? undefined : value })}
            />
          )}
        </Field>
        <Field label={t('compose.push.channel')} hint={t('compose.push.channel.about')}>
          {(ids) => (
            <TextInput
              {...ids}
              mono
              value={push.androidChannelId ?? ''}
              placeholder={t('compose.notSet')}
              onText={(text) => onPatch({ androidChannelId: filled(text) })}
            />
          )}
        </Field>
        <Field label={t('compose.push.priority')} hint={t('compose.push.priority.about')}>
          {(ids) => (
            <Select
              {...ids}
              value={push.androidPriority ?? ''}
              choices={[notSet, ...priorities.map((value) => ({ value, label: value }))]}
              onChoose={(value) => onPatch({ androidPriority: value === '' ? undefined : value })}
            />
          )}
        </Field>
        <SwitchRow
          label={t('compose.push.mutable')}
          about={t('compose.push.mutable.about')}
          on={push.mutableContent ?? false}
          onChange={(on) => onPatch({ mutableContent: on ? true : undefined })}
        />
      </div>
    </Fold>
  );
}, isSameBeside);
