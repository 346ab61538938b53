import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (...parts: string[]): string => path.resolve(import.meta.dirname, ...parts);

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          headless: at('src/main/headless/main.ts'),
          'store-worker': at('src/main/store/worker.ts'),
          'credentials-worker': at('src/main/credentials/worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: at('src/preload/index.ts'), passphrase: at('src/preload/passphrase.ts') },
        // A sandboxed preload script has to be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: { minify: true, rollupOptions: { input: { index: at('src/renderer/index.html') } } },
  },
});
