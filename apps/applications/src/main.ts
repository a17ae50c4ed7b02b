import { runApp } from '@kyzmat/kit';
import { createApp } from './app.ts';
import { ownSpec } from './config.ts';

await runApp('applications', ownSpec, createApp);
