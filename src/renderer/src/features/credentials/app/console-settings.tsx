import type { VendorConsole, VendorId } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import type { AppForm } from '../model/app-form.ts';
import { clickKinds, clickOf, clickText, consoleFields, withConsole } from '../model/console-form.ts';
import css from './app-editor.module.css';

type Change = (patch: { readonly [K in keyof VendorConsole]?: VendorConsole[K] | undefined }) => void;
interface FieldsProps {
  readonly vendor: VendorId;
  readonly own: VendorConsole;
  readonly onChange: Change;
}

/** What Tencent's console holds for this app at each vendor: it stands behind what a message leaves out. */
export function ConsoleSettings({ editor }: { readonly editor: Editor<AppForm> }) {
  const { t } = useWords();
  const { value, set } = editor;
  const vendors = useFrom('settings', (state) => state.vendors);
  return (
    <Section title={t('credentials.console')} about={t('credentials.console.about')}>
      <div className={css['vendors']}>
        {vendors.map(({ id, label }) => {
          const own = value.console[id] ?? {};
          const change: Change = (patch) => set({ console: withConsole(value.console, id, patch) });
          return (
            <Fold
              key={id}
              title={
                <span className={css['vendor']}>
                  <VendorMark vendor={id} />
                  {label}
                </span>
              }
              note={<Summary own={own} />}
            >
              <div className={css['console']}>
                <VendorFields vendor={id} own={own} onChange={change} />
              </div>
            </Fold>
          );
        })}
      </div>
    </Section>
  );
}

/** Values in a line: enough to see at a glance what is set. */
function Summary({ own }: { readonly own: VendorConsole }) {
  const { t } = useWords();
  if (Object.keys(own).length === 0) return t('credentials.console.unset');
  const click = own.click && t(`credentials.console.click.${own.click.kind}`);
  return (
    [click, own.channelId, own.category, own.importance].filter(Boolean).join(' · ') || t('credentials.console.set')
  );
}

function VendorFields({ vendor, own, onChange }: FieldsProps) {
  const { t } = useWords();
  const { texts, classes, mutableContent } = consoleFields[vendor];
  return (
    <>
      <ClickFields vendor={vendor} own={own} onChange={onChange} />
      {(texts.length > 0 || classes.length > 0) && (
        <FieldGrid>
          {texts.map((name) => (
            <TextField
              key={name}
              label={t(`credentials.console.${name}`)}
              hint={t(`credentials.console.${name}.hint`)}
              value={own[name] ?? ''}
              mono
              onText={(text) => onChange({ [name]: text })}
              suggestions={name === 'importance' ? ['LOW', 'NORMAL'] : undefined}
            />
          ))}
          {classes.length > 0 && (
            <ChoiceField
              label={t('credentials.console.classification')}
              value={own.classification === undefined ? '' : String(own.classification)}
              choices={['', ...classes.map(String)].map((one) => ({
                value: one,
                label: t(one === '' ? 'credentials.console.unset' : `credentials.console.class.${vendor}.${one}`),
              }))}
              onChoose={(one) => onChange({ classification: one === '' ? undefined : Number(one) })}
            />
          )}
        </FieldGrid>
      )}
      {mutableContent && (
        <ToggleRow
          label={t('credentials.console.mutableContent')}
          hint={t('credentials.console.mutableContent.hint')}
          on={own.mutableContent === true}
          onChange={(on) => onChange({ mutableContent: on || undefined })}
        />
      )}
    </>
  );
}

/** What a tap does. A kind that takes a value and has none is what the vendor answers −196 to; the decision says so. */
function ClickFields({ vendor, own, onChange }: FieldsProps) {
  const { t } = useWords();
  const kinds = clickKinds(vendor, own);
  if (kinds.length === 0) return <p className={css['note']}>{t(`credentials.console.noClick.${vendor}`)}</p>;
  const kind = own.click?.kind ?? 'app';
  return (
    <div className={css['click']}>
      <ChoiceField
        label={t('credentials.console.click')}
        value={kind}
        choices={kinds.map((one) => ({ value: one, label: t(`credentials.console.click.${one}`) }))}
        onChoose={(next) => onChange({ click: next === 'app' ? undefined : clickOf(next, clickText(own.click)) })}
      />
      {kind !== 'app' && (
        <TextField
          label={t(`credentials.console.click.${kind}.value`)}
          hint={t(`credentials.console.click.${kind}.hint`)}
          value={clickText(own.click)}
          mono
          onText={(text) => onChange({ click: clickOf(kind, text) })}
        />
      )}
    </div>
  );
}
