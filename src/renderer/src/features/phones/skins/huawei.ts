import { told, type AndroidLayout } from './android-layout.ts';
import { makerSkin, templateTable, type MakerNumbers } from './maker.ts';
import { assumed, documented, reported } from './skin.ts';

const notificationPages = [
  {
    title: 'Push Kit: message classification',
    url: 'https://developer.huawei.com/',
    checked: '2026-11-21',
  },
  templateTable,
] as const;

/** Up to HarmonyOS 4: a row with icon, name and time above the texts; one app's notifications are the newest and a count. */
export const headerLayout: AndroidLayout = {
  icon: told('U', 'app'),
  place: told('U', 'header'),
  time: told('U', 'header'),
  expander: told('U', 'chevron'),
  timeWords: told('U', 'maker'),
  head: { kind: 'clock', date: 'below', weight: 300, tools: ['bin', 'gear'] },
  clear: 'head',
  silent: told('O', 'more'),
  group: { from: documented(2), closed: documented(1), open: assumed(8), look: told('D', 'cards') },
  lock: { look: told('U', 'cards'), silent: told('O', false), clock: told('U', 'middle') },
  badge: told('D', 'number'),
  sources: notificationPages,
};

/** 15 Han characters of title and 20 of text on a line. */
export const headerNumbers: Omit<MakerNumbers, 'id'> = {
  margin: assumed(12),
  radius: assumed(16),
  icon: assumed(24),
  iconStart: assumed(16),
  textStart: assumed(16),
  textEnd: assumed(40),
  titleSize: assumed(16),
  titleRoom: assumed(240),
  bodySize: assumed(14),
  bodyLines: reported(1),
  openLines: assumed(3),
  clockSize: 52,
  layout: headerLayout,
};

/** EMUI: switches above the list, one line of text. */
export const emui = makerSkin({
  ...headerNumbers,
  id: 'emui',
  layout: { ...headerLayout, head: { kind: 'toggles' }, clear: 'bin' },
});

/** HarmonyOS 2 to 4: two lines of text from 3 on. */
export const harmony4 = makerSkin({ ...headerNumbers, id: 'harmony-4', bodyLines: assumed(2) });

/** HarmonyOS 5 and later: a large icon chosen by the system, up to three lines, the newest three of a group. */
export const harmony5 = makerSkin({
  id: 'harmony-5',
  margin: assumed(12),
  radius: assumed(20),
  icon: assumed(40),
  iconStart: assumed(12),
  textStart: assumed(64),
  textEnd: assumed(16),
  titleSize: assumed(16),
  bodySize: assumed(14),
  bodyLines: documented(3),
  openLines: documented(3),
  clockSize: 48,
  layout: {
    icon: told('U', 'app'),
    place: told('U', 'beside'),
    time: told('U', 'end'),
    expander: told('U', 'none'),
    timeWords: told('U', 'maker'),
    head: { kind: 'clock', date: 'beside', weight: 500, tools: [] },
    clear: 'bin',
    silent: told('O', 'more'),
    group: { from: assumed(2), closed: reported(3), open: assumed(24), look: told('O', 'cards') },
    lock: { look: told('O', 'count'), silent: told('O', false), clock: told('U', 'middle') },
    badge: told('D', 'number'),
    sources: [
      {
        title: 'OpenHarmony: notification content',
        url: 'https://gitcode.com/openharmony/docs',
        checked: '2026-11-21',
      },
      ...notificationPages,
    ],
  },
});
