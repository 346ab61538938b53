import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { isForReading, pasteKindOf, type PastePlace } from '../model/paste-kind.ts';
import type { Recogniser } from './use-recognise.ts';

interface Place {
  readonly place: PastePlace;
  readonly editor: EditorView | null;
}

const placeOf = (root: HTMLElement, target: EventTarget | null): Place => {
  if (!(target instanceof HTMLElement) || !root.contains(target)) return { place: 'elsewhere', editor: null };
  const dom = target.closest<HTMLElement>('.cm-editor');
  const editor = dom && EditorView.findFromDOM(dom);
  if (editor) {
    const { doc, selection } = editor.state;
    const isWhole = selection.main.to - selection.main.from === doc.length;
    return { place: isWhole ? 'whole-editor' : 'editor', editor };
  }
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return { place: isField ? 'field' : 'elsewhere', editor: null };
};

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

/**
 * Reads what is pasted anywhere while the raw payload is shown, and what is dropped on `root`. A text that nothing could be made of
 * goes where it was pasted to, or is handed to `keep`. Returns whether something is being dragged over `root`.
 */
export const usePaste = (
  root: RefObject<HTMLElement | null>,
  recogniser: Recogniser,
  keep: (text: string) => void,
): boolean => {
  const [dragging, setDragging] = useState(false);

  const readFile = async (file: File) => {
    const { readout, text } = await recogniser.readFile(file);
    if (readout === 'unread') keep(text);
  };
  const readText = async (text: string, editor: EditorView | null) => {
    if ((await recogniser.read(text)) !== 'unread') return;
    if (editor) editor.dispatch(editor.state.replaceSelection(text));
    else keep(text);
  };

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (!root.current || !event.clipboardData || isInDialog(event.target)) return;
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    const { place, editor } = placeOf(root.current, event.target);
    if (!file && (text.trim() === '' || !isForReading(pasteKindOf(text), place))) return;
    event.preventDefault();
    event.stopPropagation();
    void (file ? readFile(file) : readText(text, editor));
  });
  const onDrag = useEffectEvent((event: DragEvent) => {
    const over = event.type === 'dragover';
    if (over) event.preventDefault();
    else if (event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget)) return;
    setDragging(over);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    setDragging(false);
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    const { editor } = root.current ? placeOf(root.current, event.target) : { editor: null };
    // A piece of text dragged about inside the editor is the editor's business.
    if (!file && (text === '' || (editor && !isForReading(pasteKindOf(text), 'editor')))) return;
    event.preventDefault();
    event.stopPropagation();
    void (file ? readFile(file) : readText(text, editor));
  });

  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    document.addEventListener('paste', (event) => onPaste(event), options);
    element.addEventListener('dragover', (event) => onDrag(event), options);
    element.addEventListener('dragleave', (event) => onDrag(event), options);
    element.addEventListener('drop', (event) => onDrop(event), options);
    return () => stop.abort();
  }, [root]);
  return dragging;
};
