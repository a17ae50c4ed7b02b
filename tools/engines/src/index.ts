export { birthOf } from './birth.ts';
export { createKafka, type Kafka, type KafkaOptions } from './kafka.ts';
export { createMongo, type Mongo, type MongoOptions } from './mongo.ts';
export { createProgram, endOf, ProgramFailed, type Program, type Recipe } from './program.ts';
export { freePort, isPortFree, isPortOpen, waitForFreePorts } from './ports.ts';
export { killAll, spawnGuarded, runToEnd, type Command, type Exit, type Guarded } from './guarded.ts';
export { tailOf, type LogTail } from './log-tail.ts';
export { provision, root, startKafka, startMongo, type Engines } from './provision.ts';
export type { Report } from './provision/folder.ts';
