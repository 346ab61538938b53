import { memo, useCallback, useMemo } from 'react';
import type { Intent, OfflinePush } from '../../../../../shared/contract/index.ts';
import { pushInfo } from '../../../../../shared/rest/push-fields.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Field, Switch, TextArea, TextInput } from '../../../ui/field.tsx';
import { filled, patchPush, switchPush } from '../model/message-draft.ts';
import { useChosenRow, useDecisionRows } from '../use-compose.ts';
import { BadgeField } from './badge-field.tsx';
import { ExtField } from './ext-field.tsx';
import { PushMore } from './push-more.tsx';
import { Resolved } from './resolved.tsx';
import { SdkCode } from './sdk-code.tsx';
import { Section } from './section.tsx';
import { VendorSettings } from './vendor-settings.tsx';
import { useFieldWords } from './table-fields.tsx';
import css from './form.module.css';

const fieldNamed = (json: string) => {
  const found = pushInfo.find((one) => one.json === json);
  if (!found) throw new Error(`OfflinePushInfo has no ${json}`);
  return found;
};
const specs = { title: fieldNamed('Title'), desc: fieldNamed('Desc'), ext: fieldNamed('Ext') };
const sounds = ['default', 'push.no_sound'] as const;
const placeholderLength = 80;
/** The backend's name for the elements of a message, as the trace of a decision has it. */
const fromElements = 'MsgBody';

/** What the elements give as text, when nothing else is set; empty when they give none or it is not known yet. */
const elementText = (intent: Intent | null): string => {
  const body = intent?.traces.find((trace) => trace.field === 'body');
  const text = body?.candidates.find((candidate) => candidate.from === fromElements)?.value ?? '';
  return text.length > placeholderLength ? `${text.slice(0, placeholderLength)}…` : text;
};

/** OfflinePushInfo: a switch for the whole object, the four fields most pushes have, and the rest folded. */
export const PushSection = memo(function PushSection({ push }: { readonly push: OfflinePush | null }) {
  const { t } = useWords();
  const { compose } = useStores();
  const rows = useDecisionRows();
  const intent = useChosenRow(rows)?.decision.intent ?? null;
  const derived = useMemo(() => elementText(intent), [intent]);
  return (
    <Section
      title={t('compose.push')}
      term="OfflinePushInfo"
      action={
        <Switch
          label={t('compose.push.use')}
          on={push !== null}
          onChange={(on) => compose.edit((one) => switchPush(one, on))}
        />
      }
    >
      {push ? (
        <PushFields push={push} derived={derived} badge={intent?.badge} />
      ) : (
        <p className={css['about']}>
          {derived === '' ? t('compose.push.off') : t('compose.push.off.text', { text: derived })}
        </p>
      )}
    </Section>
  );
});

const PushFields = memo(function PushFields(props: {
  readonly push: OfflinePush;
  readonly derived: string;
  readonly badge: number | null | undefined;
}) {
  const { push, derived, badge } = props;
  const { t } = useWords();
  const { compose } = useStores();
  const patch = useCallback(
    (fields: Partial<OfflinePush>) => compose.edit((draft) => patchPush(draft, fields)),
    [compose],
  );
  const desc = useFieldWords('OfflinePushInfo', specs.desc);
  return (
    <div className={css['fields']}>
      <TitleField value={push.title} onPatch={patch} />
      <Field label={t('compose.push.text')} help={desc.help}>
        {(ids) => (
          <>
            <TextArea
              {...ids}
              compact
              data-field="push.desc"
              value={push.desc ?? ''}
              placeholder={derived === '' ? t('compose.push.text.none') : derived}
              after={push.desc === undefined && derived !== '' ? t('compose.push.fromElements') : undefined}
              onText={(text) => patch({ desc: filled(text) })}
            />
            <Resolved text={push.desc ?? ''} />
          </>
        )}
      </Field>
      <ExtText value={push.ext} onPatch={patch} />
      <SoundField value={push.sound} onPatch={patch} />
      <BadgeField push={push} onPatch={patch} becomes={badge} />
      <PushMore push={push} onPatch={patch} />
      <VendorSettings push={push} onPatch={patch} />
      <SdkCode form="v2" />
    </div>
  );
});

/** One text of the push. Kept as it is while another one is written. */
interface TextProps {
  readonly value: string | undefined;
  readonly onPatch: (fields: Partial<OfflinePush>) => void;
}

const TitleField = memo(function TitleField({ value, onPatch }: TextProps) {
  const { t } = useWords();
  const { help } = useFieldWords('OfflinePushInfo', specs.title);
  return (
    <Field label={t('compose.push.title')} help={help}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            value={value ?? ''}
            placeholder={t('compose.push.title.none')}
            onText={(text) => onPatch({ title: filled(text) })}
          />
          <Resolved text={value ?? ''} />
        </>
      )}
    </Field>
  );
});

const ExtText = memo(function ExtText({ value, onPatch }: TextProps) {
  const { t } = useWords();
  const { help } = useFieldWords('OfflinePushInfo', specs.ext);
  return (
    <Field label="Ext" help={help}>
      {({ id }) => (
        <ExtField
          id={id}
          label="Ext"
          value={value ?? ''}
          placeholder={t('compose.notSet')}
          onText={(text) => onPatch({ ext: filled(text) })}
        />
      )}
    </Field>
  );
});

const SoundField = memo(function SoundField({ value, onPatch }: TextProps) {
  const { t } = useWords();
  return (
    <Field label={t('compose.push.sound')}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            mono
            list={`${ids.id}-sounds`}
            value={value ?? ''}
            placeholder="default"
            after={value === undefined ? t('compose.byDefault') : undefined}
            onText={(text) => onPatch({ sound: filled(text) })}
          />
          <datalist id={`${ids.id}-sounds`}>
            {sounds.map((sound) => (
              <option key={sound} value={sound}>
                {t(`compose.push.sound.${sound}`)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
});
