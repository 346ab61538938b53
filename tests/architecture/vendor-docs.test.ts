import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated } from '../../scripts/vendor-docs.ts';
import { fieldUse } from '../../scripts/field-use.ts';
import { vendors } from '../../src/main/vendors/index.ts';
import type { VendorId } from '../../src/shared/contract/index.ts';

const files = generated();
const pageOf = ({ id }: { readonly id: VendorId }): string => files.get(`docs/vendors/${id}.md`) ?? '';

it.each([...files])('%s is what the tables say (npm run vendor-docs writes it)', (file, content) => {
  expect(readFileSync(file, 'utf8')).toBe(content);
});
it('has a page for every vendor, with every reason in it', () => {
  for (const vendor of vendors) {
    const page = pageOf(vendor);
    for (const { code } of vendor.errors) expect(page).toContain(`| \`${code}\` |`);
  }
});
it('has the fields of every vendor, each of which the rules know', () => {
  for (const vendor of vendors) {
    const fields = vendor.fields ?? [];
    expect(fields.length, vendor.id).toBeGreaterThan(25);
    expect(new Set(fields.map(({ name }) => name)).size, vendor.id).toBe(fields.length);
    const page = pageOf(vendor);
    for (const { name } of fields) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row, `${vendor.id} ${name}`).toBeDefined();
      // A name that the vendor does not have is told so when it is tried.
      expect(row).not.toMatch(/unknown-field|camel-case/);
    }
  }
});
it('what a field does is found out by trying it', () => {
  const row = (id: VendorId, name: string) => {
    const vendor = vendors.find((one) => one.id === id);
    const field = vendor?.fields?.find((one) => one.name === name);
    return vendor && field ? fieldUse(vendor, field) : null;
  };
  expect(row('vivo', 'title')).toBe(
    'changes: card, touch. Problems: `title-empty`, `title-long`. gateway: 10055, 10056',
  );
  expect(row('vivo', 'serverSdkVer')).toBe('taken as it is; no effect here');
  expect(row('vivo', 'appId')).toBe('put in from the credential');
});
