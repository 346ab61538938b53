import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appErrors } from '../../shared/contract/errors.ts';
import { certificateKinds, otherKind } from './certificate-kinds.ts';
import { findingRules, makeFinding, type FindingCode } from './finding-rules.ts';
import { keyProblems } from './keys.ts';
import { refusals } from './parse/refuse.ts';
import { credentialTexts } from './texts.ts';

const { en } = credentialTexts;
const holes = (words: string): string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
const expectAll = (id: string) => {
  for (const [locale, words] of Object.entries(credentialTexts)) expect(words[id], `${locale} ${id}`).toBeTruthy();
};
/** Codes whose words depend on the case. */
const variants: Partial<Record<FindingCode, readonly string[]>> = {
  'credential.environments': ['both', 'sandbox', 'production'],
  'credential.wrong-environment': ['sandbox', 'production'],
  'credential.environment-missing': ['sandbox', 'production'],
};
/** Notices have no list of their own; their ids stand where they are given. */
const noticeIds = ['seal/key-file.ts', 'seal/safe-storage.ts'].flatMap((file) => {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  return [...source.matchAll(/'(credential\.notice\.[\w-]+)'/g)].map(([, id = '']) => id);
});

/** Ids of all words of all findings. */
const findingIds = (Object.keys(findingRules) as FindingCode[]).flatMap((code) =>
  (variants[code] ?? ['']).flatMap((variant) => {
    const { phrase, fix } = makeFinding(code, {}, variant);
    return fix ? [phrase.id, fix.id] : [phrase.id];
  }),
);

describe('catalogues', () => {
  it('have the same entries with the same holes', () => {
    for (const [locale, words] of Object.entries(credentialTexts)) {
      expect(Object.keys(words).toSorted(), locale).toEqual(Object.keys(en).toSorted());
      for (const [id, text] of Object.entries(en))
        expect(holes(words[id] ?? ''), `${locale} ${id}`).toEqual(holes(text));
    }
  });
  it('have words for every finding and every fix', () => {
    for (const id of findingIds) expectAll(id);
  });
  it('have words for every refusal and every kind of certificate', () => {
    for (const refusal of refusals) expectAll(`credential.found.${refusal}`);
    for (const name of keyProblems) expectAll(`credential.keys.${name}`);
    for (const id of [...certificateKinds.map((kind) => kind.id), otherKind]) expectAll(`credential.kind.${id}`);
  });
  it('have a title and a fix for every error of the two domains', () => {
    const codes = Object.keys(appErrors).filter((code) => /^(?:credential|secrets)\./.test(code));
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) for (const part of ['title', 'fix']) expectAll(`error.${code}.${part}`);
  });
  it('have words for every notice', () => {
    expect(noticeIds.length).toBe(3);
    for (const id of noticeIds) expectAll(id);
  });
  it('have nothing that nobody says', () => {
    const said = new Set([
      ...findingIds,
      ...refusals.map((refusal) => `credential.found.${refusal}`),
      ...keyProblems.map((name) => `credential.keys.${name}`),
      ...[...certificateKinds.map((kind) => kind.id), otherKind].map((id) => `credential.kind.${id}`),
      ...Object.keys(appErrors).flatMap((code) => [`error.${code}.title`, `error.${code}.fix`]),
      ...noticeIds,
    ]);
    expect(Object.keys(en).filter((id) => !said.has(id))).toEqual([]);
  });
});
