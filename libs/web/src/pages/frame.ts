import type { Response } from 'express';
import type { Frame } from './types.ts';

type Locals = { frame?: Frame };

const localsOf = (res: Response): Locals => res.locals;

/** Whether the request came far enough to have a frame. */
export function hasFrame(res: Response): boolean {
  return localsOf(res).frame !== undefined;
}

/** The frame of this response's page: language, address, navigation. Throws when `webApp` did not prepare one. */
export function frameOf(res: Response): Frame {
  const { frame } = localsOf(res);
  if (frame === undefined) throw new Error('No page frame: is this route behind webApp()?');
  return frame;
}

/** Adds to the frame of this response: navigation, who is signed in, the form token. */
export function setFrame(res: Response, changes: Partial<Frame>): void {
  localsOf(res).frame = { ...frameOf(res), ...changes };
}

/** Begins the frame of a response. */
export function startFrame(res: Response, frame: Frame): void {
  localsOf(res).frame = frame;
}
