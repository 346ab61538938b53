// Entry of `npm start` and of the other scripts that must run on a machine where nothing is installed yet. Written so that even a
// very old Node can read it and say what is wrong.
'use strict';
var version = process.versions.node.split('.');
if (!(Number(version[0]) > 18 || (version[0] === '18' && Number(version[1]) >= 18))) {
  process.stderr.write('Pushscope needs Node 18.18 or newer to start; this is Node ' + process.versions.node + '.\n');
  process.exit(2);
}
import('./main.mjs').then(
  function (launcher) {
    return launcher.main(process.argv.slice(2));
  },
  function (error) {
    process.stderr.write(String((error && error.stack) || error) + '\n');
    process.exit(1);
  },
);
