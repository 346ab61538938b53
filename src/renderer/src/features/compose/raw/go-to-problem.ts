import { EditorView } from '@codemirror/view';
import { flushSync } from 'react-dom';
import type { Problem } from '../../../../../shared/contract/index.ts';
import type { ComposeStore } from '../../../stores/compose-store.ts';
import { placeOf } from '../../../ui/json-places.ts';
import { focusField } from '../focus-field.ts';

const optionPath = /^option:(.+)$/;

/** Moves the focus to what a problem of the raw payload is about: an option's field, or its place in the JSON. */
export const goToProblem = (problem: Problem, compose: ComposeStore): void => {
  const option = optionPath.exec(problem.path)?.[1];
  if (option !== undefined) {
    flushSync(() => compose.showOptions(true));
    focusField(`option.${option}`);
    return;
  }
  const content = document.querySelector<HTMLElement>('[data-pane] .cm-content[contenteditable="true"]');
  const view = content && EditorView.findFromDOM(content);
  if (!view) return;
  const { from, to } = placeOf(view.state.doc.toString(), problem.path);
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  view.focus();
};
