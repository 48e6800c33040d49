import type { ScopeProbe } from '../../cisco/secure-access/probe-scopes.ts';

/** The scopes that an organisation's Secure Access API key needs. */
export interface RequiredScopes {
  /** Those that a read proves. */
  readonly probes: readonly ScopeProbe[];
  /** Those that only a write would prove; nothing is written to find out. */
  readonly unprovable: readonly string[];
}
