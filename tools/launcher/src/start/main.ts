import { startPlatform } from './start.ts';
import { readOptions, usage } from './options.ts';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${usage}\n`);
  process.exitCode = 1;
} else {
  process.exit(await startPlatform(options));
}
