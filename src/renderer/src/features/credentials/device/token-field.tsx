import { useWords } from '../../../i18n/index.ts';
import type { VendorId } from '../../../../../shared/contract/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { readToken } from '../model/token.ts';
import css from './token-field.module.css';

/** The device token, with what is odd about it and a button that mends what can be mended. */
export function TokenField(props: {
  readonly vendor: VendorId;
  readonly token: string | null;
  readonly error: string | undefined;
  /** When it was reported; absent for a token that is not stored yet. */
  readonly reported: string | undefined;
  readonly onToken: (token: string | null) => void;
}) {
  const { t } = useWords();
  const { token, vendor, onToken } = props;
  const reading = readToken(vendor, token ?? '');
  return (
    <div className={css['token']}>
      <Field
        label={t('credentials.field.token')}
        hint={token === null ? t(`credentials.token.none`) : props.reported}
        error={props.error}
        stacked
      >
        {(ids) => (
          <TextArea
            {...ids}
            mono
            value={token ?? ''}
            placeholder={t('credentials.field.token.placeholder')}
            onText={(text) => onToken(text === '' ? null : text)}
          />
        )}
      </Field>
      {reading.state !== 'fine' && (
        <div className={css['reading']} role="status" data-tone={reading.state === 'odd' ? 'warning' : 'imported'}>
          <p className={css['words']}>{t(`credentials.token.${reading.why}`)}</p>
          <Sure certainty="reported" />
          {reading.state === 'mendable' && (
            <Button small onClick={() => onToken(reading.clean)}>
              {t('credentials.token.mend')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
