import type { Exchange } from '../../../../../shared/contract/index.ts';
import { codeRequest, partsOf, type CodePart, type CodeRequest } from './code-parts.ts';

export const codeKinds = ['curl', 'node', 'python', 'go'] as const;
export type CodeKind = (typeof codeKinds)[number];

const single = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const shell = (parts: readonly CodePart[], before = ''): string => {
  const [first, ...rest] = parts;
  const all: CodePart[] =
    before === ''
      ? [...parts]
      : first && 'text' in first
        ? [{ text: before + first.text }, ...rest]
        : [{ text: before }, ...parts];
  return all.map((part) => ('text' in part ? single(part.text) : `"$${part.secret}"`)).join('');
};

const curl = (one: CodeRequest): string => {
  const url = partsOf(one.url);
  return [
    `curl${one.isHttp2 ? ' --http2' : ''} -X ${one.method} ${shell(url)}`,
    ...(one.needsCertificate ? [`--cert "$CLIENT_CERTIFICATE"`] : []),
    ...one.headers.map(([name, value]) => `-H ${shell(value, `${name}: `)}`),
    ...(one.body === null
      ? [`--data-binary @body.bin`]
      : one.method === 'GET'
        ? []
        : [`--data-raw ${shell(one.body)}`]),
  ].join(' \\\n  ');
};

/** A text as an expression: literals and variables put together. JSON's literals are those of JavaScript, Python and Go. */
const expression = (parts: readonly CodePart[], variable: (name: string) => string): string =>
  parts.map((part) => ('text' in part ? JSON.stringify(part.text) : variable(part.secret))).join(' + ');

const node = (one: CodeRequest): string => {
  const env = (name: string) => `process.env.${name}`;
  const url = new URL(one.url);
  const headers = one.headers.map(
    ([name, value]) => `  ${JSON.stringify(name.toLowerCase())}: ${expression(value, env)},`,
  );
  const body = one.body === null ? `readFileSync('body.bin')` : expression(one.body, env);
  if (!one.isHttp2) {
    return [
      ...(one.body === null ? [`import { readFileSync } from 'node:fs';`, ''] : []),
      `const response = await fetch(${expression(partsOf(one.url), env)}, {`,
      `  method: ${JSON.stringify(one.method)},`,
      `  headers: {`,
      ...headers.map((line) => `  ${line}`),
      `  },`,
      ...(one.method === 'GET' ? [] : [`  body: ${body},`]),
      `});`,
      `console.log(response.status, await response.text());`,
      '',
    ].join('\n');
  }
  const files = one.needsCertificate
    ? `, { cert: readFileSync(process.env.CLIENT_CERTIFICATE), key: readFileSync(process.env.CLIENT_KEY) }`
    : '';
  return [
    ...(one.needsCertificate || one.body === null ? [`import { readFileSync } from 'node:fs';`] : []),
    `import { connect } from 'node:http2';`,
    '',
    `const session = connect(${JSON.stringify(url.origin)}${files});`,
    `const request = session.request({`,
    `  ':method': ${JSON.stringify(one.method)},`,
    `  ':path': ${expression(partsOf(url.pathname + url.search), env)},`,
    ...headers,
    `});`,
    `request.setEncoding('utf8');`,
    `request.on('response', (headers) => console.log(headers[':status']));`,
    `request.on('data', (text) => console.log(text));`,
    `request.on('end', () => session.close());`,
    `request.end(${body});`,
    '',
  ].join('\n');
};

const python = (one: CodeRequest): string => {
  const env = (name: string) => `os.environ["${name}"]`;
  const cert = one.needsCertificate ? ', cert=os.environ["CLIENT_CERTIFICATE"]' : '';
  const body = one.body === null ? 'open("body.bin", "rb").read()' : `(${expression(one.body, env)}).encode()`;
  return [
    `# pip install ${one.isHttp2 ? '"httpx[http2]"' : 'httpx'}`,
    'import os',
    '',
    'import httpx',
    '',
    `with httpx.Client(${one.isHttp2 ? 'http2=True' : ''}${one.isHttp2 ? cert : cert.replace(', ', '')}) as client:`,
    `    response = client.request(`,
    `        ${JSON.stringify(one.method)},`,
    `        ${expression(partsOf(one.url), env)},`,
    `        headers={`,
    ...one.headers.map(([name, value]) => `            ${JSON.stringify(name)}: ${expression(value, env)},`),
    `        },`,
    ...(one.method === 'GET' ? [] : [`        content=${body},`]),
    `    )`,
    `    print(response.status_code, response.text)`,
    '',
  ].join('\n');
};

const go = (one: CodeRequest): string => {
  const env = (name: string) => `os.Getenv("${name}")`;
  const isFile = one.body === null;
  const usesOs =
    isFile || one.needsCertificate || JSON.stringify(one).includes('"secret"') || partsOf(one.url).length > 1;
  const imports = [
    ...(one.needsCertificate ? ['crypto/tls'] : []),
    'fmt',
    'io',
    'net/http',
    ...(usesOs ? ['os'] : []),
    ...(isFile ? [] : ['strings']),
  ];
  const certificate = [
    `\tcertificate, err := tls.LoadX509KeyPair(os.Getenv("CLIENT_CERTIFICATE"), os.Getenv("CLIENT_KEY"))`,
    '\tif err != nil {\n\t\tpanic(err)\n\t}',
    `\tconfig := &tls.Config{Certificates: []tls.Certificate{certificate}}`,
    `\tclient := &http.Client{Transport: &http.Transport{TLSClientConfig: config, ForceAttemptHTTP2: true}}`,
  ];
  const body = isFile ? ['\tbody, err := os.Open("body.bin")', '\tif err != nil {\n\t\tpanic(err)\n\t}'] : [`\tbody := strings.NewReader(${expression(one.body, env)})`]; // prettier-ignore
  return [
    'package main',
    '',
    `import (\n${imports.map((name) => `\t"${name}"`).join('\n')}\n)`,
    '',
    'func main() {',
    ...(one.needsCertificate ? certificate : ['\tclient := http.DefaultClient']),
    ...body,
    `\trequest, err := http.NewRequest(${JSON.stringify(one.method)}, ${expression(partsOf(one.url), env)}, body)`,
    '\tif err != nil {\n\t\tpanic(err)\n\t}',
    ...one.headers.map(([name, value]) => `\trequest.Header.Set(${JSON.stringify(name)}, ${expression(value, env)})`),
    '\tresponse, err := client.Do(request)',
    '\tif err != nil {\n\t\tpanic(err)\n\t}',
    '\tdefer response.Body.Close()',
    '\ttext, _ := io.ReadAll(response.Body)',
    '\tfmt.Println(response.StatusCode, string(text))',
    '}',
    '',
  ].join('\n');
};

const makers: Readonly<Record<CodeKind, (one: CodeRequest) => string>> = { curl, node, python, go };

/** The request of an exchange as code that sends it. Every secret is a variable of the environment, named for its kind. */
export const codeOf = (kind: CodeKind, exchange: Pick<Exchange, 'vendor' | 'request'>): string =>
  makers[kind](codeRequest(exchange));
