import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../shared/contract/index.ts';
import { payloadMarks } from './payload-marks.ts';

const text = '{\n  "aps": {\n    "badge": "x"\n  }\n}';
const problem = (path: string, severity: Problem['severity'] = 'warning'): Problem => ({
  code: 'apns.something',
  severity,
  path,
  phrase: { id: 'words' },
  certainty: 'documented',
});
const marked = (...problems: Problem[]) =>
  payloadMarks(text, problems, (one) => one.phrase.id).map((mark) => text.slice(mark.from, mark.to));

describe('underlined places of a payload', () => {
  it('a value is underlined', () => expect(marked(problem('$.aps.badge'))).toEqual(['"x"']));
  it('of an object only its first line', () => expect(marked(problem('$.aps'), problem('$'))).toEqual(['{', '{']));
  it('notes are not', () => expect(marked(problem('$.aps.badge', 'info'))).toEqual([]));
  it('problems of options have no place in the text', () => expect(marked(problem('option:topic'))).toEqual([]));
});
