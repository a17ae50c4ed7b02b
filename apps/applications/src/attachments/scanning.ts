import { ownWork, type Kit, type OwnWorkOf } from '@kyzmat/kit';
import { DependencyDown } from '@kyzmat/store';
import { ScannerDown, type Scan } from './clamd.ts';
import { isFinal, type Attachments } from './store.ts';

interface ScanWork {
  readonly fileId: string;
}

const againMs = 5_000;

/**
 * Has each file looked at. Nobody waits for it while filling in a form; a file of which nothing is known because the
 * scanner is away says so, and is looked at as soon as it is back.
 */
export function scanWork(kit: Kit, scan: Scan, attachments: () => Attachments): OwnWorkOf<ScanWork> {
  return ownWork<ScanWork>(
    kit,
    'scan-files',
    async ({ fileId }) => {
      const file = await attachments().byId(fileId);
      if (file?.state !== 'stored' || isFinal(file.scan)) return;
      try {
        const { clean } = await scan(attachments().content(fileId));
        await attachments().scanned(fileId, clean ? 'clean' : 'infected');
      } catch (error) {
        if (!(error instanceof ScannerDown)) throw error;
        await attachments().scanned(fileId, 'unavailable');
        throw new DependencyDown(error.message, { retryAfterMs: againMs });
      }
    },
    { concurrency: 2, leaseMs: 5 * 60_000 },
  );
}
