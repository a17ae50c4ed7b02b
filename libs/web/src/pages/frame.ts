import type { Response } from 'express';
import type { Frame } from './types.ts';

/** The frame of this response's page: language, address, navigation. Throws when `webApp` did not prepare one. */
export function frameOf(res: Response): Frame {
  const frame = (res.locals as { frame?: Frame }).frame;
  if (frame === undefined) throw new Error('No page frame: is this route behind webApp()?');
  return frame;
}

/** Adds to the frame of this response: navigation, who is signed in, the form token. */
export function setFrame(res: Response, changes: Partial<Frame>): void {
  const locals = res.locals as { frame?: Frame };
  locals.frame = { ...frameOf(res), ...changes };
}
