/** The demo's Android phone as the end-to-end tests use it. */
import type { Locator, Page } from '@playwright/test';
import type { Pushscope } from './fixtures.ts';

/** Turns the demo's Pixel into another phone: FCM reaches those of every maker. */
export const phone = async ({ client }: Pushscope) => {
  const { devices } = await client.workspace.get();
  const device = devices.find((one) => one.vendor === 'fcm');
  if (!device?.token) throw new Error('The demo has no Pixel.');
  const { id } = device;
  const { token } = device;
  const update = (patch: object) => client.workspace.devices.update({ id, ...patch });
  const push = async (notification: object, android: object = {}, priority = 'HIGH') => {
    const message = { token, notification, android: { priority, notification: { channel_id: 'chat', ...android } } };
    await client.sends.create({ kind: 'raw', vendor: 'fcm', deviceId: id, payload: JSON.stringify({ message }) });
  };
  const shown = async () => {
    const { phones } = await client.phones.list({});
    return phones.find((one) => one.deviceId === id)?.notifications ?? [];
  };
  const clear = () => client.phones.clear({ id });
  return { device, update, push, shown, clear };
};
/** Opens the phone in its place; returns its drawing. */
export const openPhone = async (window: Page): Promise<Locator> => {
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  await window.getByRole('button', { name: /Vinson’s Pixel/ }).click();
  return window.getByRole('region', { name: /of Vinson’s Pixel/ });
};

/** What «What the person reads» says of one surface. */
export const readOn = (window: Page, surface: string) =>
  window.getByRole('region', { name: 'What the person reads' }).getByRole('row', { name: surface });
