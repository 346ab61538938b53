import { told } from './android-layout.ts';
import { makerSkin, templateTable } from './maker.ts';
import { assumed, reported } from './skin.ts';

/**
 * OriginOS and Funtouch: 12 Han characters of title, three lines of 23 of text. 23 characters and the icon need a screen of 393 dp;
 * on 360 there is room for 20.
 */
export const originos = makerSkin({
  id: 'originos',
  margin: assumed(12),
  radius: assumed(16),
  icon: assumed(36),
  iconStart: assumed(12),
  textStart: assumed(60),
  textEnd: assumed(10),
  titleSize: assumed(16),
  titleRoom: reported(192),
  bodySize: assumed(13),
  bodyLines: reported(3),
  openLines: reported(3),
  clockSize: 56,
  titleWeight: 600,
  layout: {
    icon: told('U', 'app'),
    place: told('U', 'beside'),
    time: told('U', 'end'),
    expander: told('U', 'none'),
    timeWords: told('U', 'maker'),
    head: { kind: 'clock', date: 'below', weight: 600, tools: [] },
    clear: 'cross',
    silent: told('O', 'box'),
    group: { from: assumed(4), closed: assumed(1), open: assumed(8), look: told('U', 'cards') },
    lock: { look: told('U', 'cards'), silent: told('O', false), clock: told('U', 'middle') },
    badge: told('U', 'number'),
    sources: [
      {
        title: 'vivo: operation messages in the box',
        url: 'https://juejin.cn/post/7262536203894079545',
        checked: '2026-11-21',
      },
      templateTable,
    ],
  },
});
