import { headerLayout, headerNumbers } from './huawei.ts';
import { makerSkin } from './maker.ts';
import { assumed } from './skin.ts';

/** MagicOS: as EMUI, with one or two lines of text. */
export const magicos = makerSkin({
  ...headerNumbers,
  id: 'magicos',
  bodyLines: assumed(2),
  clockSize: 46,
  layout: { ...headerLayout, head: { kind: 'clock', date: 'beside', weight: 500, tools: ['gear'] }, clear: 'bin' },
});
