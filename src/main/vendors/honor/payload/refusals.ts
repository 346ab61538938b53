import { refused, type Finding as AnyFinding, type FindingExtra } from '../../kit/findings.ts';

/** The questions of the gateway that a body alone answers. */
export type BodyQuestion = 'json' | 'target' | 'size' | 'structure' | 'ttl';
/** Something wrong or worth knowing in a body. */
export type Finding = AnyFinding<BodyQuestion>;

const codes: Readonly<Record<BodyQuestion, readonly [code: string, message: string]>> = {
  json: ['80100001', 'parameter error'],
  target: ['80100003', 'illegal token'],
  size: ['80300008', 'message size exceeds limit'],
  structure: ['80100003', 'illegal payload'],
  ttl: ['80100003', 'illegal ttl'],
};

/** Honor refuses the body for it. The codes are modelled. */
export const mistake = (question: BodyQuestion, name: string, path: string, extra: FindingExtra = {}): Finding => {
  const [code, message] = codes[question];
  return refused(question, name, path, { status: 400, code, message: `${message}: ${path}` }, extra);
};
