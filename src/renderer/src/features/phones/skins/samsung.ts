import { stockLayout } from './android.ts';
import { told } from './android-layout.ts';
import { makerSkin } from './maker.ts';
import { assumed, inSource, reported } from './skin.ts';

/** One UI 7: groups are stacked with one visible, the shade is apart from the switches. */
export const oneUi = makerSkin({
  id: 'one-ui',
  margin: assumed(10),
  radius: assumed(26),
  icon: assumed(24),
  iconStart: assumed(18),
  textStart: assumed(18),
  textEnd: assumed(44),
  titleSize: assumed(15),
  bodySize: assumed(14),
  bodyLines: assumed(1),
  openLines: inSource(14),
  titleWeight: 600,
  clockSize: 48,
  layout: {
    ...stockLayout,
    icon: told('U', 'glyph'),
    place: told('U', 'header'),
    time: told('U', 'header'),
    expander: told('U', 'chevron'),
    head: { kind: 'clock', date: 'below', weight: 600, tools: ['gear'] },
    silent: told('O', 'section'),
    group: { ...stockLayout.group, from: assumed(2), closed: reported(1), look: told('O', 'cards') },
    lock: { look: told('U', 'cards'), silent: told('U', true), clock: told('U', 'middle') },
    badge: told('K', 'number'),
    sources: [
      { title: 'One UI 7 notifications', url: 'https://www.smartdroid.de/', checked: '2026-11-21' },
      ...stockLayout.sources,
    ],
  },
});
