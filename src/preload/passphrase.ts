/** Sends what was typed into the passphrase window to the main process, once. */
import { ipcRenderer } from 'electron';

window.addEventListener('DOMContentLoaded', () => {
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = document.querySelector('input');
    if (field?.value) ipcRenderer.send('pushscope:passphrase', field.value);
  });
});
