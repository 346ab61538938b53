import { told } from './android-layout.ts';
import { makerSkin, templateTable } from './maker.ts';
import { assumed, documented, reported } from './skin.ts';

/** HyperOS and MIUI as sold in China: the app's own icon beside the text, quiet things in a row of their own. */
export const hyperos = makerSkin({
  id: 'hyperos',
  margin: assumed(12),
  radius: assumed(20),
  icon: assumed(40),
  iconStart: assumed(10),
  textStart: assumed(58),
  textEnd: assumed(11),
  titleSize: assumed(16),
  // 15 Han characters of 16 sp.
  titleRoom: assumed(240),
  bodySize: assumed(14),
  bodyLines: reported(1),
  openLines: assumed(7),
  clockSize: 50,
  layout: {
    icon: told('D', 'app'),
    place: told('D', 'beside'),
    time: told('D', 'end'),
    expander: told('U', 'none'),
    timeWords: told('U', 'maker'),
    head: { kind: 'clock', date: 'below', weight: 400, tools: ['gear'] },
    clear: 'cross',
    silent: told('U', 'unimportant'),
    group: { from: assumed(2), closed: documented(1), open: assumed(8), look: told('D', 'cards') },
    lock: { look: told('U', 'cards'), silent: told('O', false), clock: told('U', 'middle') },
    badge: told('D', 'number'),
    sources: [
      {
        title: 'MIUI notification adaptation',
        url: 'https://dev.mi.com/console/doc/detail?pId=1581',
        checked: '2026-11-21',
      },
      templateTable,
    ],
  },
});
