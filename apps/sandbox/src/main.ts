import { runApp } from '@kyzmat/kit';
import { createApp } from './app.ts';
import { ownSpec } from './config.ts';

if (process.env['NODE_ENV'] === 'production')
  throw new Error('The sandbox stands in for the outside and never runs in production.');

await runApp('sandbox', ownSpec, createApp);
