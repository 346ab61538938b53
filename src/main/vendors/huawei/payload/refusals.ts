import { refused, type Finding as AnyFinding, type FindingExtra } from '../../kit/findings.ts';

/** The questions of the gateway that a body alone answers. */
export type BodyQuestion = 'json' | 'target' | 'size' | 'structure' | 'collapse' | 'ttl' | 'test-limit';
/** Something wrong or worth knowing in a body. */
export type Finding = AnyFinding<BodyQuestion>;

/** Huawei refuses the body for it, with HTTP 400. */
export const mistake = (
  question: BodyQuestion,
  name: string,
  path: string,
  refusal: { readonly code: string; readonly message: string },
  extra: FindingExtra = {},
): Finding => refused(question, name, path, { status: 400, ...refusal }, extra);

/** A field's value is wrong: 80100001. Words of Huawei's own answer after «Check Parameter Error.» are not published. */
export const badValue = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('structure', name, path, { code: '80100001', message: `Check Parameter Error. ${path}` }, extra);

/** The structure is wrong: 80100003. */
export const badStructure = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('structure', name, path, { code: '80100003', message: `Illegal payload, ${path}.` }, extra);

/** The lifetime is wrong: 80100004. */
export const badTtl = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('ttl', name, path, { code: '80100004', message: 'Illegal expire time.' }, extra);

/** The number of tokens is wrong: 80300010. */
export const badCount = (name: string, path: string, most: number, extra: FindingExtra = {}): Finding =>
  mistake('target', name, path, { code: '80300010', message: `token count should within 1 and ${most}.` }, extra);
