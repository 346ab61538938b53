import { useEffect, useState } from 'react';
import { applyEvents, loadStores, StoresProvider, type Stores, useFrom } from '../../stores/index.ts';
import type { ConnectionState, CoreConnection } from '../../client/connection.ts';
import { resolveLocale, switchLanguage, useWords } from '../../i18n/index.ts';
import { Banner, EmptyState } from '../../ui/notes.tsx';
import { App } from './app.tsx';

/** Keeps language, theme and contrast of the page as the settings say. */
function Appearance({ stores }: { readonly stores: Stores }) {
  const settings = useFrom('settings', (state) => state.settings);
  useEffect(() => {
    let isCurrent = true;
    const locale = resolveLocale(settings.locale);
    stores.client.settings
      .texts({ locale })
      .then((texts) => (isCurrent ? switchLanguage(locale, texts) : undefined))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [stores, settings.locale]);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const more = window.matchMedia('(prefers-contrast: more)');
    const apply = () => {
      const root = document.documentElement;
      root.dataset['theme'] = settings.theme === 'system' ? (dark.matches ? 'dark' : 'light') : settings.theme;
      root.dataset['contrast'] =
        settings.contrast === 'system' ? (more.matches ? 'more' : 'normal') : settings.contrast;
    };
    apply();
    dark.addEventListener('change', apply);
    more.addEventListener('change', apply);
    return () => {
      dark.removeEventListener('change', apply);
      more.removeEventListener('change', apply);
    };
  }, [settings.theme, settings.contrast]);
  return null;
}

/** Connects, loads, follows; shows the window once there is something to show. */
export function Root({ connection, stores }: { readonly connection: CoreConnection; readonly stores: Stores }) {
  const { t } = useWords();
  const [state, setState] = useState<ConnectionState>('connecting');
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    void connection.run({
      onState: setState,
      onOpen: async () => {
        const seq = await loadStores(stores);
        const locale = resolveLocale(stores.settings.getState().settings.locale);
        await switchLanguage(locale, await stores.client.settings.texts({ locale }));
        setLoaded(true);
        return seq;
      },
      onEvents: (batch) => applyEvents(stores, batch),
    });
  }, [connection, stores]);

  if (state === 'refused') return <EmptyState title={t('shell.refused.title')}>{t('shell.refused.text')}</EmptyState>;
  if (!loaded) return <EmptyState title={t('shell.connecting')} />;
  return (
    <StoresProvider value={stores}>
      <Appearance stores={stores} />
      {state === 'reconnecting' && <Banner tone="warning">{t('shell.reconnecting')}</Banner>}
      <App />
    </StoresProvider>
  );
}
