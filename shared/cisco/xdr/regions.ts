import type { Organisation } from '../../config/organisation.ts';

type Xdr = NonNullable<Organisation['xdr']>;

/**
 * Hosts of the platform API by region; a client works only in its own.
 * @see https://developer.cisco.com/docs/cisco-xdr/getting-started
 */
const platformUrls: Record<Xdr['region'], string> = {
  us: 'https://visibility.amp.cisco.com',
  eu: 'https://visibility.eu.amp.cisco.com',
  apjc: 'https://visibility.apjc.amp.cisco.com',
};

/** Where an organisation's XDR platform API is: its own base URL when configured, else that of its region. */
export function xdrPlatformUrl({ baseUrl, region }: Xdr): URL {
  return new URL(baseUrl ?? platformUrls[region]);
}
