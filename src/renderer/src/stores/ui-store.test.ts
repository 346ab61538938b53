import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUiStore, parseRoute, routeOf } from './ui-store.ts';

/** As much of a window as the store touches. A new hash is announced at once, where a browser would wait for its next task. */
const fakeWindow = (hash = '') => {
  const target = new EventTarget();
  let current = hash;
  return {
    location: {
      get hash() {
        return current;
      },
      set hash(next: string) {
        if (next === current) return;
        current = next;
        target.dispatchEvent(new Event('hashchange'));
      },
    },
    history: { replaceState: (_state: unknown, _title: string, url: string) => void (current = url) },
    addEventListener: target.addEventListener.bind(target),
  };
};

let page: ReturnType<typeof fakeWindow>;
beforeEach(() => {
  page = fakeWindow('#/credentials/app%3Aa');
  vi.stubGlobal('window', page);
});
afterEach(() => vi.unstubAllGlobals());

const here = (ui: ReturnType<typeof createUiStore>) => {
  const { place, chosen } = ui.getState();
  return `${place} ${chosen[place]}`;
};

describe('addresses', () => {
  it('name a place and what is chosen there, and read back as they were', () => {
    expect(routeOf('codes', 'apns/BadTopic')).toBe('#/codes/apns/BadTopic');
    expect(parseRoute('#/codes/apns/BadTopic')).toEqual({ place: 'codes', chosen: 'apns/BadTopic', view: '' });
    expect(parseRoute(routeOf('credentials', 'new:device'))).toEqual({
      place: 'credentials',
      chosen: 'new:device',
      view: '',
    });
    expect(parseRoute('#/log')).toEqual({ place: 'log', chosen: '', view: '' });
    expect(parseRoute('#/nowhere')).toEqual({ place: 'compose', chosen: '', view: '' });
    expect(parseRoute('#/log/%')).toEqual({ place: 'log', chosen: '%', view: '' });
  });
  it('name how a place shows it', () => {
    expect(parseRoute(routeOf('log', 'ex_1', 'request'))).toEqual({ place: 'log', chosen: 'ex_1', view: 'request' });
    expect(parseRoute('#/compose?view=raw')).toEqual({ place: 'compose', chosen: '', view: 'raw' });
  });
  it('follow the view, and keep it while one goes from row to row', () => {
    const ui = createUiStore();
    ui.go('log', 'ex_1');
    ui.look('log', 'request');
    expect(page.location.hash).toBe('#/log/ex_1?view=request');
    ui.choose('log', 'ex_2');
    expect(page.location.hash).toBe('#/log/ex_2?view=request');
    page.location.hash = '#/log/ex_2?view=raw';
    expect(ui.getState().view.log).toBe('raw');
  });
});

describe('the leave guard', () => {
  it('is not asked when nothing changes, nor after it is taken away', () => {
    const ui = createUiStore();
    const guard = vi.fn(() => true);
    ui.guardLeaving(guard);
    ui.choose('credentials', 'app:a');
    ui.go('credentials');
    expect(guard).not.toHaveBeenCalled();
    ui.guardLeaving(null);
    ui.choose('credentials', 'app:b');
    expect(here(ui)).toBe('credentials app:b');
  });
  it('holds back another choice until the person goes on', () => {
    const ui = createUiStore();
    let goOn = () => {};
    ui.guardLeaving((go) => {
      goOn = go;
      return true;
    });
    ui.choose('credentials', 'app:b');
    expect(here(ui)).toBe('credentials app:a');
    goOn();
    expect(here(ui)).toBe('credentials app:b');
    expect(page.location.hash).toBe('#/credentials/app%3Ab');
  });
  it('holds back another place', () => {
    const ui = createUiStore();
    let goOn = () => {};
    ui.guardLeaving((go) => {
      goOn = go;
      return true;
    });
    ui.go('log');
    expect(page.location.hash).toBe('#/credentials/app%3Aa');
    goOn();
    expect(here(ui)).toBe('log ');
  });
  it('takes back a typed address until the person goes on', () => {
    const ui = createUiStore();
    let goOn = () => {};
    ui.guardLeaving((go) => {
      goOn = go;
      return true;
    });
    page.location.hash = '#/log/ex_1';
    expect(here(ui)).toBe('credentials app:a');
    expect(page.location.hash).toBe('#/credentials/app%3Aa');
    goOn();
    expect(here(ui)).toBe('log ex_1');
    expect(page.location.hash).toBe('#/log/ex_1');
  });
  it('lets go when it does not want to ask', () => {
    const ui = createUiStore();
    ui.guardLeaving(() => false);
    ui.go('log');
    expect(here(ui)).toBe('log ');
  });
});
