/** A bare HTTP/2 server that answers 200 and stores nothing: the ceiling. Prints its port. Its certificate comes by environment. */
import http2 from 'node:http2';

const server = http2.createSecureServer({
  cert: process.env['BENCH_CERTIFICATE'] ?? '',
  key: process.env['BENCH_KEY'] ?? '',
  settings: { maxConcurrentStreams: 1000 },
});
server.on('session', (session) => session.on('error', () => undefined));
server.on('stream', (stream) => {
  stream.on('error', () => undefined);
  stream.on('data', () => undefined);
  stream.on('end', () => {
    if (!stream.destroyed)
      stream.respond({ ':status': 200, 'apns-id': '6F1C0B5E-3B7E-4A64-9D0C-2F4A5B6C7D8E' }, { endStream: true });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.on('disconnect', () => process.exit(0));
