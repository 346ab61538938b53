import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { timeText } from '../model/dates.ts';
import { TokenResult } from './token-result.tsx';
import { useTokenInspection } from './use-inspection.ts';
import css from './token.module.css';

interface TokenDialogProps {
  /** What to begin with: a token, and when the request was made that it is of. */
  readonly given?: { readonly text: string; readonly atMs?: number };
  readonly onClose: () => void;
}

/** Takes a provider token apart. It lives in this dialog only. */
export function TokenDialog({ given, onClose }: TokenDialogProps) {
  const { t, locale } = useWords();
  const [text, setText] = useState(given?.text ?? '');
  // Another token than the one of the request is judged for now.
  const atMs = (text === given?.text ? given.atMs : undefined) ?? null;
  const { inspection, failure } = useTokenInspection(text, atMs);
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={t('credentials.jwt')}
      about={t('credentials.jwt.about')}
      foot={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <Field
        label={t('credentials.jwt.field')}
        hint={atMs === null ? t('credentials.jwt.field.hint') : t('credentials.jwt.at', { at: timeText(atMs, locale) })}
        stacked
      >
        {(ids) => (
          <TextArea
            {...ids}
            mono
            value={text}
            onText={setText}
            placeholder="eyJhbGciOiJFUzI1NiIsImtpZCI6…"
            autoComplete="off"
          />
        )}
      </Field>
      {failure && <FailureNote failure={failure} />}
      <div className={css['result']} role="status" aria-label={t('credentials.jwt.reading')}>
        {inspection && <TokenResult inspection={inspection} isOfRequest={atMs !== null} />}
      </div>
    </Dialog>
  );
}
