import { useWords } from '../../../i18n/index.ts';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import type { AccountForm } from '../model/people-forms.ts';

/** `TIMOfflinePushSettings` of the account: the switch for all pushes, and the sounds of one-to-one and group messages. */
export function PushSettings({ editor }: { readonly editor: Editor<AccountForm> }) {
  const { t } = useWords();
  const { value, set } = editor;
  const sound = (kind: 'c2c' | 'group') => (
    <TextField
      label={t(`credentials.field.sound.${kind}`)}
      hint={t('credentials.field.sound.hint')}
      value={value.globalSounds[kind] ?? ''}
      placeholder={t('credentials.field.sound.placeholder')}
      mono
      onText={(text) => set({ globalSounds: { ...value.globalSounds, [kind]: text === '' ? null : text } })}
      suggestions={['default', 'push.no_sound']}
    />
  );
  return (
    <Section title={t('credentials.account.push')} about={t('credentials.account.push.about')}>
      <ToggleRow
        label={t('credentials.field.pushEnabled')}
        hint={t('credentials.field.pushEnabled.hint')}
        on={value.pushEnabled}
        onChange={(pushEnabled) => set({ pushEnabled })}
      />
      <FieldGrid>
        {sound('c2c')}
        {sound('group')}
      </FieldGrid>
    </Section>
  );
}
