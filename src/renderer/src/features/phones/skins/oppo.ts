import { told } from './android-layout.ts';
import { makerSkin, templateTable } from './maker.ts';
import { assumed, reported } from './skin.ts';

/** ColorOS: 19 Han characters of text on its one line; of a long text the topmost notification is drawn open. */
export const coloros = makerSkin({
  id: 'coloros',
  margin: assumed(16),
  radius: assumed(18),
  icon: assumed(36),
  iconStart: assumed(10),
  textStart: assumed(54),
  textEnd: assumed(8),
  titleSize: assumed(16),
  titleRoom: assumed(240),
  bodySize: assumed(14),
  bodyLines: reported(1),
  openLines: assumed(6),
  clockSize: 46,
  layout: {
    icon: told('U', 'app'),
    place: told('U', 'beside'),
    time: told('U', 'end'),
    expander: told('U', 'none'),
    timeWords: told('U', 'maker'),
    head: { kind: 'clock', date: 'below', weight: 500, tools: ['gear'] },
    clear: 'cross',
    silent: told('U', 'none'),
    group: { from: assumed(4), closed: assumed(1), open: assumed(8), look: told('U', 'cards') },
    lock: { look: told('U', 'cards'), silent: told('O', false), clock: told('U', 'middle') },
    badge: told('O', 'dot'),
    opensFirst: told('O', true),
    sources: [
      { title: 'OPPO push parameters', url: 'https://yimenapp.com/kb-yimen/11080', checked: '2026-11-21' },
      templateTable,
    ],
  },
});
