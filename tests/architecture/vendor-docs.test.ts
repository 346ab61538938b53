import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated, vendorPage } from '../../scripts/vendor-docs.ts';
import { vendors } from '../../src/main/vendors/index.ts';

it.each([...generated()])('%s is what the tables say (npm run vendor-docs writes it)', (file, content) => {
  expect(readFileSync(file, 'utf8')).toBe(content);
});
it('has a page for every vendor, with every reason in it', () => {
  for (const vendor of vendors) {
    const page = vendorPage(vendor);
    for (const { code } of vendor.errors) expect(page).toContain(`| \`${code}\` |`);
  }
});
