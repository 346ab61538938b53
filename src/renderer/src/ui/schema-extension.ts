import {
  autocompletion,
  insertCompletionText,
  snippet,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { JsonSchema } from '../../../shared/kit/json-schema.ts';
import { helpAt, offersAt, type Offer, type SchemaHelp } from './schema-help.ts';

/** The few words the help itself brings along. */
export interface SchemaWords {
  /** Stands before the values of a key. */
  readonly values: string;
  /** Marks a key that has to be there. */
  readonly needed: string;
  /** Spoken name of the list of offers. */
  readonly completions: string;
}

type HelpText = Omit<SchemaHelp, 'from' | 'to'>;

const element = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/** The help of a key or value: name and type, sentences, and what each value means. */
const drawHelp = (help: HelpText, words: SchemaWords): HTMLElement => {
  const box = element('div', 'cm-schemaHelp');
  const head = element('p', 'cm-schemaHead');
  head.append(element('code', 'cm-schemaTitle', help.title));
  if (help.types.length > 0) head.append(element('span', 'cm-schemaTypes', help.types.join(' | ')));
  box.append(head, ...help.paragraphs.map((text) => element('p', 'cm-schemaText', text)));
  if (help.choices.length > 0) {
    const list = element('dl', 'cm-schemaValues');
    list.setAttribute('aria-label', words.values);
    for (const { value, about } of help.choices) {
      list.append(element('dt', '', value), element('dd', '', about));
    }
    box.append(list);
  }
  return box;
};

/** The same as one spoken text. */
const spoken = (help: HelpText, words: SchemaWords): string =>
  [
    `${help.title} ${help.types.join(', ')}`,
    ...help.paragraphs,
    ...(help.choices.length > 0 ? [words.values, ...help.choices.map(({ value, about }) => `${value} ${about}`)] : []),
  ].join('\n');

const apply = (offer: Offer) => (view: EditorView, completion: Completion, from: number, to: number) => {
  // A snippet without a place for the cursor leaves it in front of what was written.
  if (offer.template.includes('${')) snippet(offer.template)(view, completion, from, to);
  else view.dispatch(insertCompletionText(view.state, offer.template, from, to));
  if (offer.again) startCompletion(view);
};

const completionOf = (offer: Offer, index: number, words: SchemaWords): Completion => ({
  label: offer.label,
  // The order of the schema, which is the one people write in.
  sortText: String(index).padStart(3, '0'),
  type: offer.kind === 'key' ? 'property' : 'enum',
  detail: [offer.detail, ...(offer.needed ? [words.needed] : [])].filter((part) => part !== '').join(' · '),
  boost: offer.needed ? 1 : 0,
  apply: apply(offer),
  info: () => drawHelp(offer.help, words),
});

/** Offers come unasked where a key or a value begins; anywhere else on Ctrl+Space. */
const completeFrom =
  (schema: JsonSchema, words: SchemaWords) =>
  (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const found = offersAt(schema, text, context.pos, Math.floor(Date.now() / 1000));
    if (!found) return null;
    const isBegun = text.slice(found.from, context.pos).replaceAll('"', '') !== '' || text[found.from] === '"';
    if (!context.explicit && !isBegun) return null;
    const isQuoted = text[found.from] === '"';
    const options = found.offers.map((offer, index) => {
      const made = completionOf(offer, index, words);
      // Matching compares with what stands there, quotes and all.
      return isQuoted && offer.kind === 'key'
        ? { ...made, label: `"${offer.label}"`, displayLabel: offer.label }
        : made;
    });
    return { from: found.from, to: found.to, options, validFor: /^["\w.-]*$/ };
  };

const showHelp = StateEffect.define<Tooltip | null>();

/** Help asked for with the keyboard; any movement or change takes it away again. */
const askedHelp = StateField.define<Tooltip | null>({
  create: () => null,
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(showHelp)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

const askHelp =
  (schema: JsonSchema, words: SchemaWords) =>
  (view: EditorView): boolean => {
    const { head } = view.state.selection.main;
    const help = helpAt(schema, view.state.doc.toString(), head);
    if (!help) return false;
    const tooltip: Tooltip = { pos: help.from, above: true, create: () => ({ dom: drawHelp(help, words) }) };
    view.dispatch({ effects: [showHelp.of(tooltip), EditorView.announce.of(spoken(help, words))] });
    return true;
  };

const closeHelp = (view: EditorView): boolean => {
  if (!view.state.field(askedHelp)) return false;
  view.dispatch({ effects: showHelp.of(null) });
  return true;
};

/**
 * Completion and help from a JSON Schema. Ctrl+Space offers, hovering explains, F1 explains what the cursor is in and has it read
 * aloud, Escape closes.
 */
export const schemaSupport = (schema: JsonSchema, words: SchemaWords): Extension => [
  autocompletion({ override: [completeFrom(schema, words)], icons: false }),
  EditorState.phrases.of({ Completions: words.completions }),
  hoverTooltip((view, pos) => {
    const help = helpAt(schema, view.state.doc.toString(), pos);
    return help && { pos: help.from, end: help.to, above: true, create: () => ({ dom: drawHelp(help, words) }) };
  }),
  askedHelp,
  keymap.of([
    { key: 'F1', run: askHelp(schema, words), preventDefault: true },
    { key: 'Escape', run: closeHelp },
  ]),
];
