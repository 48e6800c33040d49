import type { ApiTokenSource } from '../../cisco/firewall-manager/authorised-client.ts';
import type { SecretReader } from '../secret-reader.ts';
import { storedFirewallManagerTokenSchema } from './stored-token.ts';

/** The API token of one tenant, from its secret: kept in memory until it is refused. */
export function storedFirewallManagerTokenSource(options: {
  secrets: SecretReader;
  secretName: string;
}): ApiTokenSource {
  let known: string | undefined;
  return {
    async current() {
      known ??= await read();
      return known;
    },
    async replace(failed) {
      if (known !== undefined && known !== failed) return known;
      known = await read();
      return known === failed ? undefined : known;
    },
  };

  async function read(): Promise<string> {
    const { value } = await options.secrets.read(options.secretName, storedFirewallManagerTokenSchema);
    return value.token;
  }
}
