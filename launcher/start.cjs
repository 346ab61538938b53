// Entry of `npm start` and of the other scripts that must run on a machine where nothing is installed yet. Written so that even a
// very old Node can read it and say what is wrong.
'use strict';
var major = Number(process.versions.node.split('.')[0]);
if (!(major >= 18)) {
  process.stderr.write('Pushscope needs Node 18 or newer to start; this is Node ' + process.versions.node + '.\n');
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
