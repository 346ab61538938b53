import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { counted } from '../../../ui/counted.ts';
import { Field, TextArea } from '../../../ui/field.tsx';
import { grouped } from '../../../ui/format.ts';
import type { Tokens } from './use-tokens.ts';
import css from './again.module.css';

/** Characters of a paste from which on it is read before any of it is shown. */
const longPaste = 20_000;
const shownAtFirst = 3;

/** To whom the push goes: one token per line, or a long list by its number and its ends. */
export function TokensField({ tokens }: { readonly tokens: Tokens }) {
  const { t, locale } = useWords();
  const { list } = tokens;
  if (list) {
    const n = grouped(list.tokens.length, locale);
    const about =
      list.fileName === '' ? t('log.again.list', { n }) : t('log.again.list.file', { n, file: list.fileName });
    return (
      <section className={css['list']} aria-label={t('log.again.tokens')}>
        <span className={css['title']}>{t('log.again.tokens')}</span>
        <p className={css['outcome']}>
          {about}
          <Button onClick={() => tokens.edit('')}>{t('log.again.list.remove')}</Button>
        </p>
        <p className={css['ends']}>{[...list.tokens.slice(0, shownAtFirst), '…', list.tokens.at(-1)].join('\n')}</p>
      </section>
    );
  }
  return (
    <Field label={t('log.again.tokens')} hint={counted(t, 'log.again.tokens.about', tokens.all.length)} stacked>
      {(ids) => (
        <TextArea
          {...ids}
          mono
          compact
          value={tokens.text}
          onText={tokens.edit}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (text.length < longPaste) return;
            event.preventDefault();
            tokens.take([...tokens.all, text].join('\n'));
          }}
        />
      )}
    </Field>
  );
}
