import { describe, expect, it } from 'vitest';
import type { Notice } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { Storing } from './storing.ts';

const watch = () => {
  const said: (Notice['phrase']['id'] | null)[] = [];
  const storing = new Storing({ note: ({ phrase }) => said.push(phrase.id), unnote: () => said.push(null) });
  return { said, storing };
};

describe('storing', () => {
  it('says once that the disk is full, and once that it is not any more', () => {
    const { said, storing } = watch();
    storing.worked();
    for (let count = 0; count < 3; count += 1) storing.failed(new AppError('store.disk-full'));
    for (let count = 0; count < 3; count += 1) storing.worked();
    expect(said).toEqual(['notice.disk-full', null]);
  });
  it('tells a full disk from other failures', () => {
    const { said, storing } = watch();
    storing.failed(new AppError('store.failed'));
    storing.failed(new AppError('store.disk-full'));
    expect(said).toEqual(['notice.not-stored', 'notice.disk-full']);
  });
});
