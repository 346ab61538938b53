import { useMemo } from 'react';
import { useWords } from '../../i18n/index.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { colourLines } from './colour-code.ts';
import css from './code-lines.module.css';

interface CodeLinesProps {
  readonly code: string;
  readonly language: string;
  /** Lines to mark, from 1. */
  readonly changed: readonly number[];
  readonly label: string;
}

/** A piece of code with numbered lines; those that differ from talking to the vendor carry a bar and a plus. */
export function CodeLines({ code, language, changed, label }: CodeLinesProps) {
  const { t } = useWords();
  const lines = useMemo(() => colourLines(code, language), [code, language]);
  const marked = new Set(changed);
  return (
    <div className={css['frame']}>
      <div className={css['copy']}>
        <CopyButton text={code} label={label} words={t('action.copy')} />
      </div>
      <pre className={css['code']} aria-label={label}>
        {lines.map((parts, index) => (
          // Lines have no identity but their place; the code of a recipe changes as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={css['line']} data-changed={marked.has(index + 1) || undefined}>
            <code>
              {parts.map((part, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <span key={at} data-kind={part.kind}>
                  {part.text}
                </span>
              ))}
            </code>
          </span>
        ))}
      </pre>
    </div>
  );
}
