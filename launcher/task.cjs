// Runs a script of this repository on the Node it is developed on, after installing what is missing. `npm test` and its like come
// through here, so that they work in a fresh clone on whatever Node the machine has.
'use strict';
var version = process.versions.node.split('.');
if (!(Number(version[0]) > 18 || (version[0] === '18' && Number(version[1]) >= 18))) {
  process.stderr.write('Pushscope needs Node 18.18 or newer; this is Node ' + process.versions.node + '.\n');
  process.exit(2);
}
import('./task.mjs').then(
  function (task) {
    return task.runTask(process.argv[2] || '', process.argv.slice(3));
  },
  function (error) {
    process.stderr.write(String((error && error.stack) || error) + '\n');
    process.exit(1);
  },
);
