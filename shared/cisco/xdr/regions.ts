import type { Organisation } from '../../config/organisation.ts';

type Xdr = NonNullable<Organisation['xdr']>;

/** Where one organisation's APIs are. A token goes to these two and nowhere else. */
export interface XdrHosts {
  /** Tokens, inspect, enrich, response, incidents: everything below `/iroh`. */
  readonly platform: URL;
  /** The organisation's own judgements, sightings and incidents: everything below `/ctia`. */
  readonly privateIntelligence: URL;
}

interface Region {
  readonly platform: string;
  readonly privateIntelligence: string;
  readonly console: string;
}

/**
 * Hosts by region; a client works only in its own.
 * @see https://developer.cisco.com/docs/cisco-xdr/getting-started
 */
const regions: Record<Xdr['region'], Region> = {
  us: {
    platform: 'https://visibility.amp.cisco.com',
    privateIntelligence: 'https://private.intel.amp.cisco.com',
    console: 'https://xdr.us.security.cisco.com',
  },
  eu: {
    platform: 'https://visibility.eu.amp.cisco.com',
    privateIntelligence: 'https://private.intel.eu.amp.cisco.com',
    console: 'https://xdr.eu.security.cisco.com',
  },
  apjc: {
    platform: 'https://visibility.apjc.amp.cisco.com',
    privateIntelligence: 'https://private.intel.apjc.amp.cisco.com',
    console: 'https://xdr.apjc.security.cisco.com',
  },
};

/** Where an organisation's XDR platform API is: its own base URL when configured, else that of its region. */
export function xdrPlatformUrl({ baseUrl, region }: Xdr): URL {
  return new URL(baseUrl ?? regions[region].platform);
}

/** Both APIs of an organisation. A configured base URL stands for both: their paths tell them apart. */
export function xdrHosts({ baseUrl, region }: Xdr): XdrHosts {
  return {
    platform: new URL(baseUrl ?? regions[region].platform),
    privateIntelligence: new URL(baseUrl ?? regions[region].privateIntelligence),
  };
}

/** Where people look at an organisation's XDR. */
export function xdrConsoleUrl({ baseUrl, region }: Xdr): URL {
  return new URL(baseUrl ?? regions[region].console);
}
