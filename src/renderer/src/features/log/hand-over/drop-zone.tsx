import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import css from './paste.module.css';

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null);

/** Whatever is dropped on or pasted into the log is read; a field that has the focus keeps what is pasted into it. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { ui } = useStores();
  const [isOver, setOver] = useState(false);
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (takesText(event.target) || !event.clipboardData) return;
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    if (!file && text.trim() === '') return;
    event.preventDefault();
    ui.showPaste(true, file ?? text);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
  return (
    // Where things are dropped is no control; the palette and the button do the same by key.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={css['zone']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        const text = event.dataTransfer.getData('text/plain');
        if (file || text !== '') ui.showPaste(true, file ?? text);
      }}
    >
      {children}
      {isOver && <div className={css['over']}>{t('log.paste.drop')}</div>}
    </div>
  );
}
