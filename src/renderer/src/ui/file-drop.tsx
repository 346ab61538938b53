import { FileKey2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import css from './file-drop.module.css';

interface FileDropProps {
  readonly title: string;
  /** One line under the title. */
  readonly about: string;
  /** What the system's file dialog offers, for example `.p12,.json`. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Text pasted while no field has the focus. Absent: text is not taken. */
  readonly onText?: (text: string) => void;
  /** Does this zone take what is dropped or pasted anywhere in the window? At most one zone should. */
  readonly takesAll: boolean;
  /** The zone is what somebody came for, as in a dialog. */
  readonly focused?: boolean;
  /** At the end of the zone. */
  readonly actions?: ReactNode;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Files dropped or pasted anywhere in the window. Also keeps the page from opening a file that misses the zone. */
const useWindowFiles = (
  active: boolean,
  take: { readonly files: (files: readonly File[]) => void; readonly text: (text: string) => void },
): boolean => {
  const [isOver, setIsOver] = useState(false);
  const onFiles = useEffectEvent(take.files);
  const onText = useEffectEvent(take.text);
  useEffect(() => {
    if (!active) return undefined;
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setIsOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        onFiles(files);
        return;
      }
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '' && !isField(event.target)) onText(text);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [active]);
  return active && isOver;
};

/** A place for files: dropped, picked from the system's dialog, or pasted. */
export function FileDrop(props: FileDropProps) {
  const { title, about, accept, onFiles, onText, takesAll, focused = false, actions } = props;
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => {
    if (files.length > 0) onFiles(files);
  };
  const isOver = useWindowFiles(takesAll, { files: take, text: (text) => onText?.(text) });
  return (
    <div className={css['zone']} data-over={isOver || undefined}>
      <button
        type="button"
        className={css['pick']}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog puts the focus on what it is for, not on its cross
        autoFocus={focused}
        onClick={() => input.current?.click()}
      >
        <FileKey2 aria-hidden />
        <span className={css['words']}>
          <span className={css['title']}>{title}</span>
          <span className={css['about']}>{about}</span>
        </span>
      </button>
      {actions}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={title}
        onChange={(event) => {
          const { files } = event.currentTarget;
          take(files ? [...files] : []);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
