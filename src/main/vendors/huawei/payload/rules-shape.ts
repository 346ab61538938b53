import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { checkShape, type ShapeMistake } from '../../kit/json-shape.ts';
import { badStructure, badValue, type Finding } from './refusals.ts';
import { messageShape, sceneShape } from './schema.ts';
import type { Looked } from './rules-target.ts';

/** `data` as an object is the habit of people who come from FCM, and has words of its own. */
const isDataField = ({ path }: ShapeMistake): boolean => path === '$.message.data' || path === '$.message.android.data';

const findingOf = (found: ShapeMistake): Finding => {
  const { path, field } = found;
  switch (found.kind) {
    case 'wrong-type':
      if (isDataField(found))
        return badStructure('data-not-text', path, { params: { found: found.found }, hasFix: true });
      return badStructure('wrong-type', path, { params: { field, expected: found.expected, found: found.found } });
    case 'unknown-choice':
      return badValue('unknown-choice', path, {
        params: { field, value: shorten(found.value), choices: found.choices },
        hasFix: true,
      });
    case 'unknown-field':
      return advice('warning', 'unknown-field', path, {
        params: { field, suggestion: found.suggestion },
        hasFix: found.suggestion !== '',
        certainty: 'guess',
      });
  }
};

/** Types and choices. A misspelled outer object is left to the question about the target. */
export const checkForm = ({ root, api, pushType }: Looked): Finding[] =>
  checkShape(root, api === 'v3' ? sceneShape(pushType) : messageShape).map(findingOf);
