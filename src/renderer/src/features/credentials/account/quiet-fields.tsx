import { useState } from 'react';
import type { DoNotDisturb } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { fromField, toField } from '../model/dates.ts';
import type { AccountForm } from '../model/people-forms.ts';
import {
  durationText,
  endOfDay,
  newQuiet,
  quietKindOf,
  quietKinds,
  readDuration,
  readTimeOfDay,
  timeOfDay,
} from '../model/quiet-form.ts';

const zones = Intl.supportedValuesOf('timeZone');

/** `setAllReceiveMessageOpt`: when this account wants no push at all, by the clock where its owner is. */
export function QuietFields({ editor }: { readonly editor: Editor<AccountForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const time = value.doNotDisturb;
  const kind = quietKindOf(time);
  const change = (doNotDisturb: DoNotDisturb | null) => set({ doNotDisturb });
  return (
    <Section title={t('credentials.quiet')} about={t('credentials.quiet.about')}>
      <FieldGrid>
        <ChoiceField
          label={t('credentials.quiet.kind')}
          value={kind}
          choices={quietKinds.map((one) => ({ value: one, label: t(`credentials.quiet.kind.${one}`) }))}
          onChoose={(next) => change(newQuiet(next, Date.now()))}
        />
        {time?.kind === 'daily' && kind === 'daily' && (
          <TextField
            label={t('credentials.quiet.from')}
            type="time"
            value={timeOfDay(time)}
            onText={(text) => {
              const start = readTimeOfDay(text);
              if (start) change({ ...time, ...start });
            }}
          />
        )}
        {time?.kind === 'once' && (
          <TextField
            label={t('credentials.quiet.start')}
            type="datetime-local"
            value={toField(time.startAtMs)}
            onText={(text) => {
              const startAtMs = fromField(text);
              if (startAtMs !== null) change({ ...time, startAtMs });
            }}
          />
        )}
        {time && kind !== 'always' && (
          <DurationField
            key={kind}
            seconds={time.durationSeconds}
            hint={
              time.kind === 'daily' && Number.isInteger(time.durationSeconds)
                ? t('credentials.quiet.until', { time: endOfDay(time) })
                : t('credentials.quiet.duration.hint')
            }
            error={errorOf('doNotDisturb')}
            onSeconds={(durationSeconds) => change({ ...time, durationSeconds })}
          />
        )}
        <TextField
          label={t('credentials.quiet.zone')}
          hint={t('credentials.quiet.zone.hint')}
          error={errorOf('timeZone')}
          value={value.timeZone}
          onText={(timeZone) => set({ timeZone })}
          suggestions={zones}
        />
      </FieldGrid>
    </Section>
  );
}

/** A duration as hours and minutes. What is typed stays as it is while it says none. */
function DurationField(props: {
  readonly seconds: number;
  readonly hint: string;
  readonly error: string | undefined;
  readonly onSeconds: (seconds: number) => void;
}) {
  const { t } = useWords();
  const { seconds, hint, error, onSeconds } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const says = typed === null ? seconds : readDuration(typed);
  // Somebody else changed it, for example Cancel.
  const isStale = typed !== null && !Object.is(says, seconds);
  return (
    <TextField
      label={t('credentials.quiet.duration')}
      hint={hint}
      error={error}
      value={typed === null || isStale ? durationText(seconds) : typed}
      placeholder="9:00"
      onText={(text) => {
        setTyped(text);
        onSeconds(readDuration(text));
      }}
    />
  );
}
