import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createConnection } from './client/connection.ts';
import { isDesktop, portChannel } from './client/port-channel.ts';
import { socketChannel, takeToken } from './client/socket-channel.ts';
import { Root } from './features/shell/root.tsx';
import { resolveLocale, startTexts } from './i18n/index.ts';
import { createStores } from './stores/index.ts';
import './styles/index.css';

const connection = createConnection(isDesktop() ? portChannel : socketChannel(takeToken()));
const stores = createStores(connection.client);
await startTexts(resolveLocale('system'), new URLSearchParams(window.location.search).has('pseudo'));

// A reload or a closed window comes sooner than the pause after which drafts are written down.
window.addEventListener('pagehide', stores.compose.saveNow);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Root connection={connection} stores={stores} />
  </StrictMode>,
);
