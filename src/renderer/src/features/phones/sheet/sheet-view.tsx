import { PenLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/field.tsx';
import { Banner, EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Pane, Split } from '../../../ui/pane.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { useNow } from '../drawn/hooks.ts';
import { textSizes } from '../look.ts';
import { PictureButton } from '../picture/picture-button.tsx';
import { fontScaleOf } from '../skins/font-scale.ts';
import { phoneLocales } from '../skins/words.ts';
import { useSubjectMessage, type SubjectMessage } from '../use-subject-message.ts';
import { ViewSwitch } from '../view-switch.tsx';
import { Choices } from './choices.tsx';
import { LanguageSection } from './language-section.tsx';
import { mostPhones, type Edits, type SheetChoice, type SheetDevice } from './sheet-model.ts';
import { StringsImport } from './strings-import.tsx';
import { useSheetDevices } from './use-sheet.ts';
import type { Strings } from './strings.ts';
import css from './sheet.module.css';

const first: SheetChoice = {
  locales: ['en', 'zh-CN'],
  sizes: ['l'],
  themes: ['light', 'dark'],
  deviceIds: [],
  wordings: ['a'],
};
const minuteMs = 60_000;

/** The devices that are drawn: those chosen, or one iPhone and one other while nobody chose. */
const drawnIds = (devices: readonly SheetDevice[], chosen: readonly string[]): readonly string[] => {
  const known = chosen.filter((id) => devices.some(({ device }) => device.id === id));
  if (known.length > 0) return known;
  const ios = devices.find(({ device }) => device.platform === 'ios');
  const other = devices.find(({ device }) => device.platform !== 'ios');
  return [ios, other].flatMap((one) => (one ? [one.device.id] : []));
};

/** What is put on the page, and where its texts come from. */
function SheetControls(props: {
  readonly subject: SubjectMessage;
  readonly devices: readonly SheetDevice[];
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onStrings: (strings: Strings) => void;
}) {
  const { subject, devices, choice, onChoice, onStrings } = props;
  const { t } = useWords();
  const { ui } = useStores();
  return (
    <div className={css['controls']}>
      <Select
        aria-label={t('phones.matrix.message')}
        value={subject.chosen}
        choices={subject.choices.map(({ id, name }) => ({ value: id, label: name ?? t('phones.matrix.composed') }))}
        onChoose={subject.choose}
      />
      <Button small icon={<PenLine />} onClick={() => ui.go('compose')}>
        {t('phones.matrix.edit')}
      </Button>
      <ToggleRow
        label={t('phones.sheet.pair')}
        on={choice.wordings.length > 1}
        onChange={(on) => onChoice({ ...choice, wordings: on ? ['a', 'b'] : ['a'] })}
      />
      <Choices
        label={t('phones.sheet.languages')}
        all={phoneLocales}
        chosen={choice.locales}
        onChoose={(locales) => onChoice({ ...choice, locales })}
      />
      <Choices
        label={t('phones.sheet.themes')}
        all={(['light', 'dark'] as const).map((value) => ({ value, label: t(`phones.sheet.theme.${value}`) }))}
        chosen={choice.themes}
        onChoose={(themes) => onChoice({ ...choice, themes })}
      />
      <Choices
        label={t('phones.sheet.devices')}
        all={devices.map(({ device }) => ({ value: device.id, label: device.name }))}
        chosen={choice.deviceIds}
        onChoose={(deviceIds) => onChoice({ ...choice, deviceIds })}
      />
      <Choices
        label={t('phones.sheet.sizes')}
        all={textSizes.map((value) => ({
          value,
          label: t('phones.sheet.size', {
            name: t(`phones.look.textSize.${value}`),
            percent: Math.round(fontScaleOf(value) * 100),
          }),
        }))}
        chosen={choice.sizes}
        onChoose={(sizes) => onChoice({ ...choice, sizes })}
      />
      <StringsImport onStrings={onStrings} />
    </div>
  );
}

/** One message in many languages, text sizes, themes and phones on one page; its texts can be tried out there and are not sent. */
export function SheetView() {
  const { t } = useWords();
  const { ui } = useStores();
  const subject = useSubjectMessage();
  const apps = useFrom('workspace', (state) => state.apps);
  const { devices, failure, isAsking } = useSheetDevices(subject.message, subject.variables);
  const nowMs = useNow(minuteMs);
  const sheet = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState(first);
  const [edits, setEdits] = useState<Edits>({});
  const [strings, setStrings] = useState<Strings>({});
  const full: SheetChoice = { ...choice, deviceIds: drawnIds(devices, choice.deviceIds) };
  const perLocale = full.wordings.length * full.deviceIds.length * full.sizes.length * full.themes.length;
  const fitting = Math.max(1, Math.floor(mostPhones / Math.max(perLocale, 1)));
  const locales = full.locales.slice(0, fitting);
  const hasSheet = devices.length > 0;
  return (
    <Split
      id="contact-sheet"
      panels={[
        {
          id: 'choice',
          size: '260px',
          min: '220px',
          content: (
            <Pane title={t('phones.sheet.choice')}>
              <SheetControls
                subject={subject}
                devices={devices}
                choice={full}
                onChoice={setChoice}
                onStrings={setStrings}
              />
            </Pane>
          ),
        },
        {
          id: 'sheet',
          min: '480px',
          content: (
            <Pane
              title={t('phones.view.sheet')}
              head={<ViewSwitch />}
              actions={
                hasSheet && (
                  <PictureButton target={sheet} fileName="contact-sheet.png" label={t('phones.picture.sheet')} />
                )
              }
            >
              {failure && <FailureNote failure={failure} />}
              {locales.length < full.locales.length && (
                <Banner tone="warning">
                  {t('phones.sheet.tooMany', { n: full.locales.length - locales.length, limit: mostPhones })}
                </Banner>
              )}
              {hasSheet && (
                <div ref={sheet} className={css['sheet']}>
                  {locales.map((locale) => (
                    <LanguageSection
                      key={locale}
                      locale={locale}
                      devices={devices}
                      choice={full}
                      strings={strings}
                      edits={edits}
                      apps={apps}
                      nowMs={nowMs}
                      onEdit={(key, words) =>
                        setEdits((before) => {
                          const { [key]: _gone, ...others } = before;
                          return words === null ? others : { ...others, [key]: words };
                        })
                      }
                    />
                  ))}
                </div>
              )}
              {!hasSheet && !failure && !isAsking && (
                <EmptyState
                  title={t('phones.sheet.empty')}
                  actions={<Button onClick={() => ui.go('compose')}>{t('phones.matrix.edit')}</Button>}
                >
                  {t('phones.sheet.empty.text')}
                </EmptyState>
              )}
            </Pane>
          ),
        },
      ]}
    />
  );
}
