/** Nobody we know: answered as 401. `reason` is for the log, never for the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly status = 401;
  readonly code = 'unauthenticated';
  readonly reason: string;

  constructor(reason: string) {
    super(`The token is refused: ${reason}`);
    this.reason = reason;
  }
}
