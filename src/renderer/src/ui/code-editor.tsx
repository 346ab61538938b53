import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { openSearchPanel, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, highlightActiveLine } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { JsonSchema } from '../../../shared/kit/json-schema.ts';
import css from './code-editor.module.css';
import { schemaSupport, type SchemaWords } from './schema-extension.ts';

/** A place in the text that something is wrong with. Offsets are UTF-16. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

interface CodeEditorProps {
  readonly value: string;
  /** Absent: the text can be read, searched and copied, not changed. */
  readonly onChange?: (value: string) => void;
  /** Spoken name of the editor. */
  readonly label: string;
  readonly marks?: readonly Marked[];
  /** What the text is checked and completed by, in the reader's language. Give the same object until it changes. */
  readonly schema?: EditorSchema | null;
}

export interface EditorSchema {
  readonly schema: JsonSchema;
  readonly words: SchemaWords;
}

const noMarks: readonly Marked[] = [];

/** Where the schema's help goes in: it arrives after the editor does. */
const schemaPlace = new Compartment();

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--code-word)' },
  { tag: tags.punctuation, color: 'var(--code-punct)' },
]);

const extensionsFor = (label: string, onChange: ((value: string) => void) | undefined): Extension[] => [
  lineNumbers(),
  foldGutter(),
  bracketMatching(),
  json(),
  syntaxHighlighting(colours),
  schemaPlace.of([]),
  indentUnit.of('  '),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ...(onChange
    ? [
        history(),
        lintGutter(),
        highlightActiveLine(),
        keymap.of([indentWithTab]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ]
    : [EditorState.readOnly.of(true)]),
];

/** The one stretch in which two texts differ: what stays keeps the cursor, the folds and the scroll position in it. */
const differenceOf = (before: string, after: string): { from: number; to: number; insert: string } => {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
};

/** Opens the search of the first editor inside an element; false: there is none. */
export const openSearch = (element: HTMLElement): boolean => {
  const editor = element.querySelector<HTMLElement>('.cm-editor');
  const view = editor && EditorView.findFromDOM(editor);
  return view ? openSearchPanel(view) : false;
};

/** A JSON editor (or viewer) with line numbers, folding, search and problems in the margin. */
export function CodeEditor(props: CodeEditorProps) {
  // Another label (the language changed) makes another editor; without a key it would come up empty.
  return <Editor key={props.label} {...props} />;
}

function Editor({ value, onChange, label, marks = noMarks, schema = null }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const hasMarks = useRef(false);
  const report = useEffectEvent((text: string) => onChange?.(text));
  // The first text is the document itself, not a change to it: there is nothing to report and nothing to undo.
  const firstText = useEffectEvent(() => value);
  const editable = onChange !== undefined;

  useEffect(() => {
    if (!host.current) return undefined;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: firstText(),
        extensions: extensionsFor(label, editable ? (text) => report(text) : undefined),
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [label, editable]);

  useEffect(() => {
    const support = schema && editable ? schemaSupport(schema.schema, schema.words) : [];
    view.current?.dispatch({ effects: schemaPlace.reconfigure(support) });
  }, [schema, editable]);

  useEffect(() => {
    const current = view.current;
    const shown = current?.state.doc.toString();
    if (!current || shown === undefined || shown === value) return;
    current.dispatch({ changes: differenceOf(shown, value) });
  }, [value]);

  useEffect(() => {
    const current = view.current;
    // A mark whose text is gone is counted no more, and its sign in the margin still stands.
    if (!current || (marks.length === 0 && !hasMarks.current)) return;
    hasMarks.current = marks.length > 0;
    const end = current.state.doc.length;
    const diagnostics = marks.map((mark): Diagnostic => ({
      ...mark,
      from: Math.min(mark.from, end),
      to: Math.min(Math.max(mark.to, mark.from), end),
    }));
    current.dispatch(setDiagnostics(current.state, diagnostics));
  }, [marks]);

  return <div ref={host} className={css['editor']} data-readonly={!editable || undefined} />;
}
