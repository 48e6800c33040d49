import { z } from 'zod';

/** Wider ranges would let in a good part of the Internet, and the setting would protect nothing. */
const shortestPrefix = { ipv4: 8, ipv6: 16 } as const;

const addressRangeSchema = z
  .union([z.cidrv4(), z.cidrv6()], {
    error: 'an address range such as 203.0.113.0/24; one address alone is 203.0.113.7/32',
  })
  .refine(
    (range) => {
      const [address, prefix] = range.split('/');
      return Number(prefix) >= (address?.includes(':') ? shortestPrefix.ipv6 : shortestPrefix.ipv4);
    },
    {
      error: `the range is too wide to protect anything: at least /${shortestPrefix.ipv4} for IPv4, /${shortestPrefix.ipv6} for IPv6`,
    },
  );

/** Address ranges from which a sender may call, whatever else it proves. */
export const allowedSourcesSchema = z
  .array(addressRangeSchema)
  .min(1, 'name at least one address range, or leave the setting out where the scheme allows it')
  .max(100)
  .describe('Address ranges (CIDR) from which this sender may call; calls from elsewhere are refused.');
