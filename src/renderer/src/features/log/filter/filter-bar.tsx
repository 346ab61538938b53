import { Filter, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { parseFilter, type FilterError } from '../../../../../shared/kit/filter/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { completeFilter, type Completion, type Completions } from './complete.ts';
import { filterParts, withoutPart } from './parts.ts';
import { useKnownValues } from './use-known-values.ts';
import css from './filter-bar.module.css';

interface FilterBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

const nothing: Completions = { from: 0, items: [] };

/** What is wrong, with the characters it is about marked. */
function Mistake({ id, text, error }: { readonly id: string; readonly text: string; readonly error: FilterError }) {
  const { t } = useWords();
  const { reason, from, to, params } = error;
  // Long filters are shown around the mistake only.
  const start = Math.max(from - 40, 0);
  return (
    <div id={id} role="alert" className={css['mistake']}>
      <code className={css['quoted']}>
        {start > 0 && '…'}
        {text.slice(start, from)}
        <mark className={css['mark']}>{text.slice(from, Math.min(Math.max(to, from + 1), from + 60)) || ' '}</mark>
        {text.slice(Math.max(to, from + 1), to + 30)}
      </code>
      <span>{t(`log.filterError.${reason}`, params)}</span>
    </div>
  );
}

/** The filter as text, with what can come next, its parts as chips, and its mistakes. */
export function FilterBar({ text, onText, input }: FilterBarProps) {
  const { t } = useWords();
  const listId = useId();
  const errorId = useId();
  const known = useKnownValues();
  const [caret, setCaret] = useState(text.length);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { from, items } = isOpen ? completeFilter(text, caret, known) : nothing;
  const parsed = parseFilter(text);
  // While somebody types, the end is unfinished and no mistake yet.
  const isTyping = isOpen && !parsed.ok && parsed.error.to >= text.length;
  const parts = filterParts(text);

  const type = (next: string, nextCaret: number) => {
    setCaret(nextCaret);
    setAt(-1);
    setOpen(true);
    onText(next);
  };
  const take = ({ insert }: Completion) => {
    const isField = insert.endsWith(':') || insert.endsWith('.');
    const piece = isField ? insert : `${insert} `;
    const next = `${text.slice(0, from)}${piece}${text.slice(caret).trimStart()}`;
    type(next, from + piece.length);
    requestAnimationFrame(() => input.current?.setSelectionRange(from + piece.length, from + piece.length));
    if (!isField) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (items.length > 0)
        setAt(
          (at + step + items.length + 1) % (items.length + 1) === items.length
            ? -1
            : at + step < -1
              ? items.length - 1
              : at + step,
        );
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Enter') setOpen(false);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Escape' && text !== '') type('', 0);
    else return;
    event.preventDefault();
  };

  return (
    <div className={css['bar']}>
      <div className={css['field']} data-wrong={(!parsed.ok && !isTyping) || undefined}>
        <Filter aria-hidden />
        <input
          ref={input}
          role="combobox"
          data-shortcut="find"
          className={css['input']}
          value={text}
          spellCheck={false}
          autoComplete="off"
          aria-label={t('log.filterBar')}
          placeholder={t('log.filterBar.placeholder')}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items[at] ? `${listId}-${at}` : undefined}
          aria-invalid={!parsed.ok}
          aria-describedby={parsed.ok || isTyping ? undefined : errorId}
          onChange={(event) => type(event.currentTarget.value, event.currentTarget.selectionStart ?? 0)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {text !== '' && <IconButton icon={<X />} label={t('log.filterBar.clear')} small onClick={() => type('', 0)} />}
      </div>
      {items.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('log.filterBar.offers')} className={css['offers']}>
          {items.map((item, index) => (
            <div
              key={item.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={css['offer']}
              // Before the field loses the focus and the list goes.
              onPointerDown={(event) => {
                event.preventDefault();
                take(item);
              }}
            >
              <code>{item.label}</code>
              {item.field !== '' && <span>{t(`log.filterField.${item.field}`)}</span>}
            </div>
          ))}
        </div>
      )}
      {!parsed.ok && !isTyping && <Mistake id={errorId} text={text} error={parsed.error} />}
      {parts.length > 0 && (
        <ul className={css['chips']} aria-label={t('log.filterBar.parts')}>
          {parts.map((part, index) => (
            <li key={part} className={css['chip']} data-not={part.startsWith('-') || undefined}>
              <code>{part}</code>
              <button
                type="button"
                className={css['drop']}
                aria-label={t('log.filterBar.drop', { part })}
                onClick={() => onText(withoutPart(text, index))}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
