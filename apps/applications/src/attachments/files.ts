import type { Kit, OwnWork } from '@kyzmat/kit';
import type { Drafts } from '../drafts/store.ts';
import type { Applications } from '../state/store.ts';
import { clamd } from './clamd.ts';
import { scanWork } from './scanning.ts';
import { openAttachments, type Attachments, type FilesOf } from './store.ts';
import { startSweeping, type Sweeping } from './sweep.ts';

/** Attachments with what looks at them and what removes them. */
export interface Files {
  readonly attachments: Attachments;
  readonly filesOf: FilesOf;
  /** The queue of the scanner. */
  readonly scanning: OwnWork;
  readonly sweep: (drafts: Drafts, applications: Applications) => Sweeping;
}

export function openFiles(kit: Kit, scanner: string): Files {
  const scanning = scanWork(kit, clamd(scanner), () => attachments);
  const toScan = (fileId: string): void => {
    // Should this be lost, the sweeper puts it again.
    scanning.items.put([{ id: fileId, payload: { fileId } }]).catch(() => undefined);
  };
  const attachments = openAttachments(kit, toScan);
  return {
    attachments,
    scanning,
    filesOf: (id) => attachments.ofDraft(id),
    sweep: (drafts, applications) => startSweeping(kit, attachments, drafts, applications, toScan),
  };
}
