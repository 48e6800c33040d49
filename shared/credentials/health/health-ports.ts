import type { HttpClient } from '../../cisco/http/http-client.ts';
import type { StageName } from '../../config/names.ts';
import type { Clock } from '../../time/clock.ts';
import type { SecretReader } from '../secret-reader.ts';
import type { TokenMinter } from '../token-minter.ts';

/**
 * What a check of the credentials works with. Long-lived credentials are not among it: a key is proved by asking
 * whoever may read it, or by what its rotator has recorded. The one exception is the XDR client, which nobody rotates.
 */
export interface HealthPorts {
  readonly stage: StageName;
  /** Reads access tokens, the Firewall Manager token and the XDR client; no other secret. */
  readonly secrets: SecretReader;
  /** When the current value of a secret was stored; nothing when it has none. Never reads the value. */
  readonly storedAt: (secretName: string) => Promise<Date | undefined>;
  /** Has an access token minted from the Secure Access API key. */
  readonly minter: TokenMinter;
  readonly http: HttpClient;
  readonly clock: Clock;
}
