import { mistake, type Finding, type FindingExtra } from '../../kit/findings.ts';

/** A field's value is wrong: 80100001. Words of Huawei's own answer after «Check Parameter Error.» are not published. */
export const badValue = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('structure', name, path, { code: '80100001', tips: `Check Parameter Error. ${path}` }, extra);

/** The structure is wrong: 80100003. */
export const badStructure = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('structure', name, path, { code: '80100003', tips: `Illegal payload, ${path}.` }, extra);

/** The lifetime is wrong: 80100004. */
export const badTtl = (name: string, path: string, extra: FindingExtra = {}): Finding =>
  mistake('ttl', name, path, { code: '80100004', tips: 'Illegal expire time.' }, extra);

/** The number of tokens is wrong: 80300010. */
export const badCount = (name: string, path: string, most: number, extra: FindingExtra = {}): Finding =>
  mistake('target', name, path, { code: '80300010', tips: `token count should within 1 and ${most}.` }, extra);
