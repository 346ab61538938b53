import { useState } from 'react';
import type { Phrase } from '../../../../../shared/contract/index.ts';
import type { CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { TextField } from '../editor/fields.tsx';

/** Asks for the password of a protected file; says so when one does not fit. */
export function PasswordStep(props: {
  readonly formId: string;
  readonly failure: CallFailure;
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => void;
}) {
  const { t, say } = useWords();
  const [password, setPassword] = useState('');
  // The password the last answer was about: what is typed since then may be right.
  const [tried, setTried] = useState<string | null>(null);
  const isWrong = props.failure.code === 'credential.bad-password' && tried === password && !props.isBusy;
  // The core sends a phrase with each of the two failures that lead here.
  const reason = say(props.failure.details['reason'] as Phrase);
  return (
    <form
      id={props.formId}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(password);
        props.onPassword(password);
      }}
    >
      <TextField
        label={t('credentials.field.password')}
        hint={props.isBusy ? t('credentials.import.reading') : t('credentials.import.password.hint')}
        error={isWrong ? reason : undefined}
        type="password"
        value={password}
        onText={setPassword}
        focused
      />
    </form>
  );
}
