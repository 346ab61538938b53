import { TriangleAlert } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { isJsonObject, utf8Bytes, wrapAsJson } from '../model/ext.ts';
import { Resolved } from './resolved.tsx';
import css from './form.module.css';

/** The redirect text, with its bytes and a word about the one vendor that needs JSON. */
export function ExtField(props: {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
}) {
  const { id, label, value, onText, placeholder } = props;
  const { t } = useWords();
  const needsWrapping = value !== '' && !isJsonObject(value);
  return (
    <div>
      <TextArea
        id={id}
        aria-label={label}
        mono
        compact
        value={value}
        placeholder={placeholder}
        onText={onText}
        after={value === '' ? undefined : t('compose.bytes', { n: utf8Bytes(value) })}
      />
      <Resolved text={value} />
      {needsWrapping && (
        <div className={css['hint']}>
          <TriangleAlert aria-label={t('severity.warning')} />
          <div>
            <p>{t('compose.ext.plain')}</p>
            <Button small onClick={() => onText(wrapAsJson(value))}>
              {t('compose.ext.wrap')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
