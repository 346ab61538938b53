import { RotateCcw } from 'lucide-react';
import type { App } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextArea, TextInput } from '../../../ui/field.tsx';
import { directionOf, phoneLocales } from '../skins/words.ts';
import { ShotFigure } from './shot-figure.tsx';
import {
  editKey,
  shotsFor,
  wordsFor,
  type Edits,
  type SheetChoice,
  type SheetDevice,
  type WordingId,
  type Words,
} from './sheet-model.ts';
import type { Strings } from './strings.ts';
import css from './sheet.module.css';

interface SectionProps {
  readonly locale: string;
  readonly devices: readonly SheetDevice[];
  readonly choice: SheetChoice;
  readonly strings: Strings;
  readonly edits: Edits;
  readonly apps: readonly App[];
  readonly nowMs: number;
  readonly onEdit: (key: string, words: Words | null) => void;
}

function Wording({ wording, ...props }: SectionProps & { readonly wording: WordingId }) {
  const { locale, devices, choice, strings, edits, apps, nowMs, onEdit } = props;
  const { t } = useWords();
  const key = editKey(wording, locale);
  const first = devices.find(({ device }) => choice.deviceIds.includes(device.id));
  if (!first) return null;
  const words = wordsFor(first, strings, edits, wording, locale);
  const name = t(`phones.sheet.wording.${wording}`);
  const language = phoneLocales.find(({ value }) => value === locale)?.label ?? locale;
  const about = { wording: name, language };
  const direction = directionOf(locale);
  return (
    <section className={css['wording']} aria-label={t('phones.sheet.section', about)}>
      <div className={css['editors']} lang={locale}>
        {choice.wordings.length > 1 && <b>{name}</b>}
        <TextInput
          aria-label={t('phones.sheet.title', about)}
          value={words.title}
          dir={direction}
          onText={(title) => onEdit(key, { ...edits[key], title })}
        />
        <TextArea
          aria-label={t('phones.sheet.body', about)}
          value={words.body}
          compact
          dir={direction}
          onText={(body) => onEdit(key, { ...edits[key], body })}
        />
        {edits[key] && (
          <IconButton
            icon={<RotateCcw />}
            label={t('phones.sheet.restore', about)}
            small
            onClick={() => onEdit(key, null)}
          />
        )}
      </div>
      <div className={css['shots']}>
        {shotsFor(devices, choice, { strings, edits, wording, locale }).map((shot) => (
          <ShotFigure key={shot.key} shot={shot} app={apps.find((app) => app.id === shot.device.appId)} nowMs={nowMs} />
        ))}
      </div>
    </section>
  );
}

/** One language of the sheet: its wordings side by side, each with its texts to edit and its phones. */
export function LanguageSection(props: SectionProps) {
  const label = phoneLocales.find(({ value }) => value === props.locale)?.label ?? props.locale;
  return (
    <section className={css['language']} aria-label={label}>
      <h3 lang={props.locale}>{label}</h3>
      <div className={css['wordings']} data-pair={props.choice.wordings.length > 1 || undefined}>
        {props.choice.wordings.map((wording) => (
          <Wording key={wording} {...props} wording={wording} />
        ))}
      </div>
    </section>
  );
}
