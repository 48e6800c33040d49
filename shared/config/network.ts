import { z } from 'zod';

/** A network in CIDR notation; one address alone is a /32 or /128. */
export const networkSchema = z.union([z.cidrv4(), z.cidrv6()], {
  error: 'a network such as 203.0.113.0/24; one address alone is 203.0.113.7/32',
});
