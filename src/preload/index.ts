/** Hands the window its message port and nothing else. */
import { ipcRenderer } from 'electron';

const portRequest = 'pushscope:port';

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source === window && event.data === portRequest) ipcRenderer.send(portRequest);
});
ipcRenderer.on(portRequest, (event) => {
  window.postMessage(portRequest, window.location.origin, [...event.ports]);
});
