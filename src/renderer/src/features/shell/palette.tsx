import { Command } from 'cmdk';
import { Eraser, KeyRound, Languages, Moon, Plus, Scale, ScanText, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { asCallFailure } from '../../client/errors.ts';
import { languageNames, useWords } from '../../i18n/index.ts';
import { places } from '../../stores/ui-store.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Kbd, shortcut } from '../../ui/kbd.tsx';
import css from './palette.module.css';

interface PaletteRow {
  readonly id: string;
  readonly words: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly run: () => void;
}

/** Everything that can be done or reached, by its words. Actions come before things. */
export function Palette() {
  const { t, locale } = useWords();
  const { ui, settings: settingsStore, log } = useStores();
  const open = useFrom('ui', (state) => state.paletteOpen);
  const settings = useFrom('settings', (state) => state.settings);
  const devices = useFrom('workspace', (state) => state.devices);
  const otherLocale = locale === 'en' ? 'zh-CN' : 'en';
  const dark =
    settings.theme === 'dark' ||
    (settings.theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);

  const groups: readonly { readonly heading: string; readonly rows: readonly PaletteRow[] }[] = [
    {
      heading: t('shell.palette.actions'),
      rows: [
        {
          id: 'theme',
          words: t('shell.palette.theme'),
          icon: <Moon />,
          run: () => void settingsStore.update({ theme: dark ? 'light' : 'dark' }),
        },
        {
          id: 'language',
          words: t('shell.palette.language', { language: languageNames[otherLocale] }),
          icon: <Languages />,
          run: () => void settingsStore.update({ locale: otherLocale }),
        },
        {
          id: 'import',
          words: t('shell.palette.import'),
          icon: <KeyRound />,
          run: () => ui.go('credentials', 'new:credential'),
        },
        { id: 'token', words: t('credentials.jwt'), icon: <ScanText />, run: () => ui.go('credentials', 'token') },
        { id: 'device', words: t('phones.device.add'), icon: <Plus />, run: () => ui.go('credentials', 'new:device') },
        {
          id: 'switches',
          words: t('credentials.switches'),
          icon: <Scale />,
          run: () => ui.go('credentials', 'switches'),
        },
        { id: 'clear', words: t('shell.palette.clear'), icon: <Eraser />, run: () => clear() },
      ],
    },
    {
      heading: t('shell.palette.places'),
      rows: places.map((place, index) => ({
        id: place,
        words: t(`place.${place}`),
        keys: shortcut(String(index + 1)),
        run: () => ui.go(place),
      })),
    },
    {
      heading: t('shell.palette.devices'),
      rows: devices.map((device) => ({
        id: device.id,
        words: device.name,
        icon: <Smartphone />,
        run: () => ui.go('phones', device.id),
      })),
    },
  ];

  const clear = () => {
    log.remove('').then(
      () => {
        ui.choose('log', '');
        ui.say(t('log.cleared'));
      },
      (error: unknown) => ui.say(t(`error.${asCallFailure(error).code}.title`)),
    );
  };

  return (
    <>
      <Command.Dialog
        open={open}
        onOpenChange={ui.showPalette}
        label={t('shell.palette')}
        contentClassName={css['dialog'] ?? ''}
        overlayClassName={css['overlay'] ?? ''}
      >
        <Command.Input className={css['input']} placeholder={t('shell.search')} />
        <Command.List className={css['list']}>
          <Command.Empty className={css['empty']}>{t('shell.palette.empty')}</Command.Empty>
          {groups.map((group) => (
            <Command.Group key={group.heading} heading={group.heading} className={css['group']}>
              {group.rows.map((row) => (
                <Command.Item
                  key={row.id}
                  value={`${row.id} ${row.words}`}
                  className={css['row']}
                  onSelect={() => {
                    ui.showPalette(false);
                    row.run();
                  }}
                >
                  {row.icon}
                  <span>{row.words}</span>
                  {row.keys !== undefined && <Kbd>{row.keys}</Kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command.Dialog>
    </>
  );
}
