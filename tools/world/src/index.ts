export { addressesOf, environmentOf, toolEnvironment, type Environment, type Place } from './environment.ts';
export { createPlatform, type Platform, type PlatformOptions } from './platform.ts';
export { defaultPorts, freePorts, type PortName, type Ports } from './ports.ts';
export { processes, type ProcessEntry, type ProcessName } from './processes.ts';
export { secretsAt, type Secrets } from './secrets.ts';
export { runTool, showTool } from './tool.ts';
export { startWorld, type World, type WorldOptions } from './world.ts';
