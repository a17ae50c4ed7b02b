import { runApp } from '@kyzmat/kit';
import { createApp } from './app.ts';

await runApp('applications', {}, createApp);
