import type { Certainty, Phrase, TokenPoint } from '../../../../shared/contract/index.ts';

type About = 'form' | 'algorithm' | 'key-id' | 'team-id' | 'issued-at' | 'age' | 'signature' | 'key';
type Params = Phrase['params'];

const words = (id: About, variant: string, params: Params): Phrase => ({
  id: `apns.token.${id}.${variant}`,
  params: params ?? {},
});

export const passed = (id: About, params: Params = {}): TokenPoint => ({
  id,
  outcome: 'passed',
  phrase: words(id, 'passed', params),
  code: null,
  certainty: 'documented',
});

/** Something APNs refuses. Words: `apns.token.<id>.<variant>`, with `.fix`. */
export const failed = (
  id: About,
  variant: string,
  params: Params = {},
  certainty: Certainty = 'documented',
  code = 'InvalidProviderToken',
): TokenPoint => {
  const phrase = words(id, variant, params);
  return { id, outcome: 'failed', phrase, fix: { ...phrase, id: `${phrase.id}.fix` }, code, certainty };
};

/** Something to know that is no reason to refuse, or may become one. */
export const noted = (
  id: About,
  outcome: 'warning' | 'info',
  variant: string,
  params: Params = {},
  certainty: Certainty = 'documented',
): TokenPoint => {
  const phrase = words(id, variant, params);
  const fix = outcome === 'warning' ? { fix: { ...phrase, id: `${phrase.id}.fix` } } : {};
  return { id, outcome, phrase, ...fix, code: null, certainty };
};
