import type { Recipe } from '../../../shared/contract/index.ts';

/** Where a gateway listens. `caPath`: PEM file of the authority that signed its certificate. */
export interface GatewayPlace {
  readonly origin: string;
  readonly port: number;
  readonly caPath: string;
}

/** Address without TLS: the same port answers both. */
export const plainOrigin = ({ origin, port }: GatewayPlace): string => `http://${new URL(origin).hostname}:${port}`;

/** A recipe from its text: lines that begin with `»` are the ones that differ from talking to the vendor. */
export const recipe = (
  id: string,
  library: string,
  testedVersion: string | null,
  language: string,
  text: readonly string[],
): Recipe => ({
  id,
  library,
  testedVersion,
  language,
  code: text.map((line) => line.replace(/^» ?/, '')).join('\n'),
  changed: text.flatMap((line, index) => (line.startsWith('»') ? [index + 1] : [])),
});
