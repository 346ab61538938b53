import { describe, expect, it } from 'vitest';
import { lockScreenOf } from './android.ts';

describe('lockScreenOf', () => {
  it.each([
    ['PUBLIC', { lockScreen: 'public' }],
    ['PRIVATE', { lockScreen: 'private' }],
    ['SECRET', { lockScreen: 'secret' }],
    ['VISIBILITY_UNSPECIFIED', {}],
    ['', {}],
    [undefined, {}],
  ])('%s: %j', (visibility, lockScreen) => expect(lockScreenOf(visibility)).toEqual(lockScreen));
});
